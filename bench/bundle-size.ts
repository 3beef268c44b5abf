import { routes } from '#contracts/routes.ts';
import type { Bundle } from './bundles.ts';
import type { Figure } from './figure.ts';

/** Bytes that the bundle of an API function may have: people wait for its start. */
const mostBytes = 400_000;

const apiFunctions = new Set<string>(routes.map((route) => route.function));
export const servesApi = ({ name }: Pick<Bundle, 'name'>): boolean => apiFunctions.has(name);

export const bundleSize = (bundles: readonly Bundle[]): Figure => {
  const sizes = bundles.map((bundle) => {
    const { name, bytes } = bundle;
    return servesApi(bundle) ? { name, bytes, limit: mostBytes } : { name, bytes };
  });
  return {
    name: 'bundleSize',
    title: 'Bundle size',
    explanation: [
      'Bytes of the JavaScript that is deployed: ESM, minified, tree-shaken; the AWS SDK is left to the runtime.',
      `An API function may have ${mostBytes}.`,
    ],
    columns: ['function', 'bytes', 'limit'],
    rows: sizes.map(({ name, bytes, limit }) => [name, bytes, limit === undefined ? '' : `<= ${limit}`]),
    data: sizes,
    breaches: sizes.flatMap(({ name, bytes, limit }) =>
      limit !== undefined && bytes > limit ? [`${name} has ${bytes} bytes, ${bytes - limit} too many.`] : [],
    ),
  };
};

import { fileURLToPath } from 'node:url';
import { routes } from '#contracts/routes.ts';
import type { Generated } from './drift.ts';

/** What the browser need know of a line of the route table: its schemas stay on the server. */
export const generatedWebAddresses = (): Generated => {
  const lines = routes.map(({ name, method, path, keyed, versioned }) => {
    const rest = [keyed && 'keyed: true', versioned && 'versioned: true'].filter(Boolean).join(', ');
    return `  ${name}: { method: '${method}', path: '${path}'${rest === '' ? '' : `, ${rest}`} },`;
  });
  const text = [
    '/** Where each line of the API lies: made from shared/contracts/routes.ts by `npm run generate`. */',
    'export const addresses = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
  return { [fileURLToPath(new URL('../../web/client/addresses.ts', import.meta.url))]: text };
};

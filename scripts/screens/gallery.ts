import { fileOf, looks } from './looks.ts';
import type { Screen } from './screens.ts';

const picture = ({ name, title }: Screen, place: number): string => {
  const look = looks[place];
  if (!look) throw new RangeError(`there is no look ${place}`);
  const file = fileOf(name, look);
  return `<img src="${file}" alt="${title}, ${look.theme}, on a ${look.device}" width="${look.device === 'phone' ? 195 : 640}">`;
};

/** The page that shows all pictures. */
export const gallery = (screens: readonly Screen[]): string =>
  [
    '# What Redress looks like',
    '',
    'Made by `npm run screens`: the same people, the same audits and the same day each time. A long page is cut.',
    '',
    ...screens.map((screen) => `- [${screen.title}](#${screen.name})`),
    ...screens.flatMap((screen) => [
      '',
      `## ${screen.title}`,
      '',
      `<a id="${screen.name}"></a>`,
      '',
      ...looks.map((_look, place) => picture(screen, place)),
    ]),
    '',
  ].join('\n');

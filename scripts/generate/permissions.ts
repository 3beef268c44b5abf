import { fileURLToPath } from 'node:url';
import { linkRoutes } from '#contracts/link-routes.ts';
import { type Cell, cellOf, holders, type LinkCell, linkCellOf } from '#contracts/permission-matrix.ts';
import { type Route, routeKey, routes, subjectOf } from '#contracts/routes.ts';
import { linkPurposes } from '#domain/link/link.ts';
import type { Generated } from './drift.ts';

/*
 * Writes docs/generated/permissions.md: who may use which route, by role, and what each purpose of a link opens. Each
 * cell is a test in test/integration/permissions.test.ts.
 */

const marks: Readonly<Record<Cell, string>> = {
  no: '–',
  yes: '●',
  'own-finding': '● ¹',
  'own-audit': '● ²',
  sifted: '● ³',
};
const linkMarks: Readonly<Record<LinkCell, string>> = { no: '–', yes: '●', opened: '● ⁴' };

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (first: string, columns: readonly string[]): readonly string[] => [
  row(first, ...columns),
  row('---', ...columns.map(() => ':-:')),
];

const areas = [
  'People',
  'Audits and their reports',
  'Findings and their evidence',
  'Commands on a finding',
  'Downloads, accesses, packs',
  'Links',
  'Settings',
] as const;
const areaOf = (route: Route): (typeof areas)[number] => {
  if (route.function === 'links') return 'Links';
  if (route.function === 'downloads') return 'Downloads, accesses, packs';
  if (route.function.endsWith('-commands')) return 'Commands on a finding';
  if (subjectOf(route) === 'audit' || route.path === '/audits') return 'Audits and their reports';
  if (route.path.startsWith('/me') || route.path.startsWith('/people')) return 'People';
  return route.function === 'settings' ? 'Settings' : 'Findings and their evidence';
};

const area = (name: string): readonly string[] => [
  row(`**${name}**`, ...holders.map(() => '')),
  ...routes
    .filter((route) => areaOf(route) === name)
    .map((route) =>
      row(`${route.name}<br>\`${routeKey(route)}\``, ...holders.map((holder) => marks[cellOf(route, holder)])),
    ),
];

const text = (): string =>
  [
    '# Who may do what',
    '',
    'Made from `shared/contracts/routes.ts` and `link-routes.ts`, which name the lists that the domain and the use cases',
    'decide by: `finding/transitions.ts`, `audit/transitions.ts` and `people/permissions.ts` in `shared/domain`. Each cell',
    'is a test: `test/integration/permissions.test.ts`. ● may, – may not.',
    '',
    '## People who are signed in',
    '',
    'By the one role that somebody holds; who holds several may do what any of them may. *nobody*: in the directory, with',
    'no role on anything. Separation of duties comes on top: it refuses what a role allows, to whoever took part before.',
    '',
    ...head('Route', holders),
    ...areas.flatMap(area),
    '',
    '¹ On own findings only: the one that the person owns, or whose plan names the person for an action. Others are answered',
    'as if there were none.  ',
    '² On own audits only: those on whose team the person is.  ',
    '³ Everybody may ask; the answer holds what the person may see.',
    '',
    'The ISMS manager accepts and returns by transcribing the decision of the certification body, with its document.',
    '',
    '## People who come by a link',
    '',
    'By the purpose of the link. Without an account nothing else is open, and no link opens a route of the table above.',
    '',
    ...head('Route', linkPurposes),
    ...linkRoutes.map((route) =>
      row(
        `${route.name}<br>\`${route.method} ${route.path}\``,
        ...linkPurposes.map((purpose) => linkMarks[linkCellOf(route, purpose)]),
      ),
    ),
    '',
    '⁴ Only after the one-time code, in the session that it opened.',
    '',
  ].join('\n');

const path = fileURLToPath(new URL('../../docs/generated/permissions.md', import.meta.url));

export const generatedPermissions = (): Generated => ({ [path]: text() });

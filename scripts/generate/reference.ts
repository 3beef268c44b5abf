import { fileURLToPath } from 'node:url';
import { openApi } from '#contracts/openapi.ts';
import { peopleIn, routes } from '#contracts/routes.ts';
import { auditTransitions } from '#domain/audit/transitions.ts';
import type { Generated } from './drift.ts';

/*
 * Writes docs/generated/openapi.json, routes.md and audit-transitions.md from the route table and the audit's table.
 */

const inDocs = (name: string): string => fileURLToPath(new URL(`../../docs/generated/${name}`, import.meta.url));
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const routesTable = (): string =>
  [
    '# The API, route by route',
    '',
    'Made from `shared/contracts/routes.ts`. [permissions.md](permissions.md) shows the same by role.',
    '',
    row('Route', 'Function', 'What it does', 'Who', 'Key', 'Version'),
    row('---', '---', '---', '---', '---', '---'),
    ...routes.map((route) =>
      row(
        `\`${route.method} ${route.path}\``,
        route.function,
        route.summary,
        route.by === 'everybody' ? 'everybody signed in' : peopleIn(route.by).join(', '),
        route.keyed ? 'yes' : '',
        route.versioned ? 'yes' : '',
      ),
    ),
    '',
  ].join('\n');

const auditTable = (): string =>
  [
    '# What may be done to an audit',
    '',
    'Made from `shared/domain/audit/transitions.ts`.',
    '',
    row('Command', 'On', 'Import must be', 'By', 'Event'),
    row('---', '---', '---', '---', '---'),
    ...auditTransitions.map((each) =>
      row(each.command, each.on, 'import' in each ? each.import.join(', ') : '', each.by.join(', '), each.event),
    ),
    '',
  ].join('\n');

export const generatedReference = (): Generated => ({
  [inDocs('openapi.json')]: `${JSON.stringify(openApi(), undefined, 2)}\n`,
  [inDocs('routes.md')]: routesTable(),
  [inDocs('audit-transitions.md')]: auditTable(),
});

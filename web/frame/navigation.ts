import { type Permission, permissions } from '#domain/people/permissions.ts';
import type { Role } from '#domain/people/person.ts';
import { pagePaths } from '../page-paths.ts';
import type { Words } from '../words/en.ts';

interface Entry {
  readonly name: keyof Words['pages'];
  readonly path: string;
  /** Left out: it is for everybody. */
  readonly permission?: Permission;
}

/** What one works on. The audit calendar, certification and the reports will stand here, too. */
const work: readonly Entry[] = [
  { name: 'myWork', path: pagePaths.myWork },
  { name: 'register', path: pagePaths.register },
  { name: 'audits', path: pagePaths.audits },
];

/** How things are done here. */
const rules: readonly Entry[] = [
  { name: 'policy', path: pagePaths.policy },
  { name: 'start', path: pagePaths.start },
];

/** What is set for everybody, by few. */
const settings: readonly Entry[] = [
  { name: 'people', path: pagePaths.people, permission: 'listPeople' },
  { name: 'webhooks', path: pagePaths.webhooks, permission: 'handleWebhooks' },
  { name: 'suppressions', path: pagePaths.suppressedAddresses, permission: 'handleSuppressions' },
];

/** The groups of pages that somebody with these roles may open. */
export const navigationFor = (roles: readonly Role[]) => {
  const forThem = ({ permission }: Entry): boolean =>
    permission === undefined || roles.some((role) => (permissions[permission] as readonly Role[]).includes(role));
  return { work: work.filter(forThem), rules: rules.filter(forThem), settings: settings.filter(forThem) };
};

/** The entry that a page belongs to: `/audits/2026/import` to `/audits`. */
export const sectionOf = (pathname: string): string => `/${pathname.split('/')[1] ?? ''}`;

const everything = [...work, ...rules, ...settings, { name: 'preferences', path: pagePaths.preferences } as const];

/** What the section of a page is called. */
export const sectionName = (pathname: string): Entry['name'] | undefined =>
  everything.find(({ path }) => path === sectionOf(pathname))?.name;

import { type ComponentType, lazy } from 'react';
import type { PageName } from './page-paths.ts';
import { MyWorkPage } from './pages/my-work/my-work.tsx';

/** The page at each address of `page-paths.ts`. All but the first come when somebody opens them. */
export const pages: Readonly<Record<PageName, ComponentType>> = {
  myWork: MyWorkPage,
  register: lazy(async () => ({ default: (await import('./pages/register/register.tsx')).RegisterPage })),
  finding: lazy(async () => ({ default: (await import('./pages/finding/finding.tsx')).FindingPage })),
  trail: lazy(async () => ({ default: (await import('./pages/trail/trail.tsx')).TrailPage })),
  print: lazy(async () => ({ default: (await import('./pages/finding/print/print.tsx')).PrintPage })),
  audits: lazy(async () => ({ default: (await import('./pages/audits/audits.tsx')).AuditsPage })),
  newAudit: lazy(async () => ({ default: (await import('./pages/audits/new-audit.tsx')).NewAuditPage })),
  audit: lazy(async () => ({ default: (await import('./pages/audits/audit.tsx')).AuditPage })),
  reviseAudit: lazy(async () => ({ default: (await import('./pages/audits/revise-audit.tsx')).ReviseAuditPage })),
  newImport: lazy(async () => ({ default: (await import('./pages/import/import.tsx')).NewImportPage })),
  import: lazy(async () => ({ default: (await import('./pages/import/import.tsx')).ImportPage })),
  links: lazy(async () => ({ default: (await import('./pages/links/links.tsx')).LinksPage })),
  preferences: lazy(async () => ({ default: (await import('./pages/preferences/preferences.tsx')).PreferencesPage })),
  start: lazy(async () => ({ default: (await import('./pages/start/start.tsx')).StartPage })),
  people: lazy(async () => ({ default: (await import('./pages/people/people.tsx')).PeoplePage })),
  policy: lazy(async () => ({ default: (await import('./pages/policy/policy.tsx')).PolicyPage })),
  webhooks: lazy(async () => ({ default: (await import('./pages/webhooks/webhooks.tsx')).WebhooksPage })),
  suppressedAddresses: lazy(async () => ({
    default: (await import('./pages/suppressed-addresses/suppressed-addresses.tsx')).SuppressedAddressesPage,
  })),
};

import type { Link } from '#domain/link/link.ts';
import { cast } from './people.ts';

/** Noon of the day on which the link was made, and the days after it, in UTC. */
export const madeAt = '2026-03-10T12:00:00.000Z';

/** So many seconds after the link was made. */
export const later = (seconds: number): string => new Date(Date.parse(madeAt) + seconds * 1000).toISOString();

/** A link for evidence on one finding, for two weeks and three files. */
export const aLink = (more: Partial<Link> = {}): Link => ({
  id: 'a-link',
  purpose: 'upload-evidence',
  email: 'otto@supplier.example',
  audit: '2026-stage-2',
  finding: '2026-stage-2-nc-01',
  by: cast.ismsManager.person,
  at: madeAt,
  expiresAt: '2026-03-24T12:00:00.000Z',
  uses: 3,
  used: 0,
  version: 1,
  ...more,
});

import type { Access } from '../domain/evidence/access.ts';
import type { FileOwner } from './evidence.ts';

/** Written once, never changed, never deleted. */
export interface Accesses {
  record(owner: FileOwner, access: Access): Promise<void>;
  /** Oldest first. */
  of(owner: FileOwner): Promise<readonly Access[]>;
}

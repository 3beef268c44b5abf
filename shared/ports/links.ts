import type { Link } from '../domain/link/link.ts';

export interface HeldLink {
  readonly hash: string;
  readonly link: Link;
}

/** The links, by the SHA-256 (lower-case hex) of their secrets. Read consistently: what was revoked is revoked. */
export interface Links {
  /** @throws when the hash is taken: secrets are random. */
  add(hash: string, link: Link): Promise<void>;
  get(hash: string): Promise<Link | undefined>;
  /** Writes the link whole, on condition that its version is one more than the stored one's. `stale`: nothing written. */
  change(hash: string, link: Link): Promise<'done' | 'stale'>;
  /** Every link of an audit and of its findings, newest first; a link made a moment ago may not be there yet. */
  of(audit: string): Promise<readonly HeldLink[]>;
  /** Every link of a person that is for no audit, newest first; a link made a moment ago may not be there yet. */
  ofPerson(email: string): Promise<readonly HeldLink[]>;
}

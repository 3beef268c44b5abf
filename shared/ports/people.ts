import type { Person } from '../domain/people/person.ts';

/** The people directory: who holds which role. Roles come from here and not from a token's claims. */
export interface People {
  get(email: string): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  put(person: Person): Promise<void>;
}

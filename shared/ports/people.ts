import type { Person } from '../domain/people/person.ts';
import type { Preferences } from '../domain/people/preferences.ts';
import type { SavedViews } from '../domain/people/saved-view.ts';

/** The people directory: who holds which role. Roles come from here and not from a token's claims. */
export interface People {
  get(email: string): Promise<Person | undefined>;
  all(): Promise<readonly Person[]>;
  /** Adds a person, or changes name and roles; preferences and views that are left out stay as they are. */
  put(person: Person): Promise<void>;
  /** Sets a person's preferences and nothing else, so that nobody brings a role back who has just lost it. `false`: nobody. */
  prefer(email: string, preferences: Preferences): Promise<boolean>;
  /** The same of a person's views of the register. */
  keepViews(email: string, views: SavedViews): Promise<boolean>;
}

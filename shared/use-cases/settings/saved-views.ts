import type { Person } from '#domain/people/person.ts';
import type { SavedViews } from '#domain/people/saved-view.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';

/** Sets all views of the register that the person who asks has given names. */
export const keepViews = async (
  { people }: { readonly people: Pick<People, 'keepViews'> },
  person: Person,
  views: SavedViews,
): Promise<Result<Person>> =>
  (await people.keepViews(person.email, views))
    ? ok({ ...person, views })
    : refuse({ code: 'not-found', message: 'You are no longer in the people directory.' });

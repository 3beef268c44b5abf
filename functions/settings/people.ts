import { KeepViews, PutPerson } from '#contracts/http.ts';
import { type Person, PersonId } from '#domain/people/person.ts';
import { Preferences } from '#domain/people/preferences.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import { type PreferenceStore, setPreferences } from '#use-cases/settings/preferences.ts';
import { keepViews } from '#use-cases/settings/saved-views.ts';
import { type ApiRequest, bodyOf, type Endpoint, part } from '../_runtime/api.ts';

export interface PeopleStore extends PreferenceStore {
  readonly people: People;
}

/** A path that names no character comes as it was sent: whether it is an address is then seen. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
};

/** The address that a path names. */
export const addressIn = (request: ApiRequest): Result<string> => {
  const email = PersonId.safeParse(decoded(part(request, 'person')));
  return email.success
    ? ok(email.data)
    : refuse({ code: 'body-invalid', message: 'The address in the path is no e-mail address.', field: 'person' });
};

const putPerson =
  ({ people }: PeopleStore): Endpoint =>
  async (request) => {
    const email = addressIn(request);
    if (!email.ok) return email;
    const person: Person = { email: email.value, ...bodyOf(PutPerson, request) };
    await people.put(person);
    const { views: _views, ...shown } = (await people.get(email.value)) ?? person;
    return ok(shown);
  };

export const peopleEndpoints = (store: PeopleStore) => ({
  putPerson: putPerson(store),
  setPreferences: (async (request) =>
    setPreferences(store, request.person, bodyOf(Preferences, request))) satisfies Endpoint,
  keepViews: (async (request) => keepViews(store, request.person, bodyOf(KeepViews, request).views)) satisfies Endpoint,
});

import type { Person } from '#domain/people/person.ts';
import type { Preferences } from '#domain/people/preferences.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { People } from '#ports/people.ts';

export interface PreferenceStore {
  readonly people: Pick<People, 'prefer'>;
  /** The hour (0-23) of the organization's morning from which a day's deadline notices go out. */
  readonly morningHour: number;
}

/** Sets all preferences of the person who asks; what is left out is the organization's again. */
export const setPreferences = async (
  { people, morningHour }: PreferenceStore,
  person: Person,
  preferences: Preferences,
): Promise<Result<Person>> => {
  const { digestHour = morningHour } = preferences;
  if (digestHour < morningHour)
    return refuse({
      code: 'before-morning',
      message: `Choose ${morningHour} or a later hour: the organization's day begins then, and no digest comes before it.`,
      field: 'digestHour',
    });
  return (await people.prefer(person.email, preferences))
    ? ok({ ...person, preferences })
    : refuse({ code: 'not-found', message: 'You are no longer in the people directory.' });
};

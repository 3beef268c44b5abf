import { describe, expect, it } from 'vitest';
import type { Person } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';
import { newId } from './samples.ts';

export const peopleContract = (name: string, makeAdapter: () => People): void => {
  describe(`people: ${name}`, () => {
    const someone = (more: Partial<Person> = {}): Person => ({
      email: `${newId()}@example.org`,
      name: 'Zoë Müller',
      roles: ['isms-manager', 'administrator'],
      ...more,
    });

    it('keeps people by their address', async () => {
      const people = makeAdapter();
      const [one, two] = [someone(), someone({ roles: [] })];
      for (const person of [one, two]) await people.put(person);
      expect(await people.get(one.email)).toEqual(one);
      expect(await people.get(two.email)).toEqual(two);
      expect(await people.get(someone().email)).toBeUndefined();
      expect(await people.all()).toEqual(expect.arrayContaining([one, two]));
    });

    it('replaces a person whole', async () => {
      const people = makeAdapter();
      const person = someone();
      await people.put(person);
      const changed = { ...person, name: 'Zoë Meier', roles: [] };
      await people.put(changed);
      expect(await people.get(person.email)).toEqual(changed);
      expect((await people.all()).filter(({ email }) => email === person.email)).toEqual([changed]);
    });

    it('keeps preferences when name and roles change, unless others are given', async () => {
      const people = makeAdapter();
      const person = someone();
      const preferences = { language: 'de', digestHour: 9, reminders: 'overdue' } as const;
      await people.put(person);
      expect(await people.prefer(person.email, preferences)).toBe(true);
      await people.put({ ...person, name: 'Zoë Meier', roles: [] });
      expect(await people.get(person.email)).toEqual({ ...person, name: 'Zoë Meier', roles: [], preferences });
      await people.put({ ...person, preferences: { calendar: 'none' } });
      expect(await people.get(person.email)).toEqual({ ...person, preferences: { calendar: 'none' } });
    });

    it('sets preferences whole and nothing else, of people who are there', async () => {
      const people = makeAdapter();
      const person = someone({ preferences: { language: 'de' } });
      await people.put(person);
      expect(await people.prefer(person.email, { digestHour: 11 })).toBe(true);
      expect(await people.get(person.email)).toEqual({ ...person, preferences: { digestHour: 11 } });
      const nobody = someone().email;
      expect(await people.prefer(nobody, { digestHour: 11 })).toBe(false);
      expect(await people.get(nobody)).toBeUndefined();
    });

    it('keeps views of the register beside preferences, of people who are there', async () => {
      const people = makeAdapter();
      const person = someone({ preferences: { language: 'de' } });
      const views = [{ name: 'Überfällig', query: 'overdue=true&sort=due' }];
      await people.put(person);
      expect(await people.keepViews(person.email, views)).toBe(true);
      expect(await people.prefer(person.email, { digestHour: 11 })).toBe(true);
      await people.put({ email: person.email, name: 'Zoë Meier', roles: [] });
      const kept = { email: person.email, name: 'Zoë Meier', roles: [], preferences: { digestHour: 11 }, views };
      expect(await people.get(person.email)).toEqual(kept);
      expect(await people.keepViews(someone().email, views)).toBe(false);
    });

    it('has one person where two add the same at once', async () => {
      const people = makeAdapter();
      const person = someone();
      await Promise.all([people.put(person), people.put({ ...person, name: 'Zoë Meier' })]);
      expect((await people.all()).filter(({ email }) => email === person.email)).toHaveLength(1);
    });
  });
};

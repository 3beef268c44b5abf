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
  });
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#domain/people/person.ts';
import { sample } from '#local/sample/people.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.close());

const own = { language: 'de', digestHour: 10, reminders: 'overdue', calendar: 'none' } as const;
const me = (): Promise<Person> => house.people.owner.call('GET', '/me');
const prefer = (body: unknown) => house.people.owner.call<Person>('PUT', '/me/preferences', { body });

describe('preferences', () => {
  it('are set by everybody for oneself, whole', async () => {
    expect(await prefer(own)).toEqual({ ...sample.owner, preferences: own });
    expect(await me()).toEqual({ ...sample.owner, preferences: own });
    await prefer({ digestHour: 12 });
    expect(await me()).toEqual({ ...sample.owner, preferences: { digestHour: 12 } });
    await prefer({});
    expect(await me()).toEqual({ ...sample.owner, preferences: {} });
  });

  it('have no digest before the organization’s morning', async () => {
    await prefer(own);
    await expect(prefer({ digestHour: 7 })).rejects.toMatchObject({
      status: 422,
      code: 'before-morning',
      problem: { field: 'digestHour', detail: expect.stringContaining('8') },
    });
    expect(await me()).toMatchObject({ preferences: own });
    await prefer({ digestHour: 8 });
  });

  it.each([
    ['digestHour', { digestHour: 24 }],
    ['language', { language: 'fr' }],
    ['reminders', { reminders: 'none' }],
    ['escalations', { escalations: false }],
    ['roles', { roles: ['administrator'] }],
  ])('refuse what nobody may choose, by its name: %s', async (field, body) => {
    await expect(prefer(body)).rejects.toMatchObject({ status: 400, problem: { field } });
  });

  it('stay when the administrator changes the person', async () => {
    await prefer(own);
    const { administrator } = house.people;
    const path = `/people/${encodeURIComponent(sample.owner.email)}`;
    const changed = await administrator.call('PUT', path, { body: { name: 'Omar H.', roles: ['observer'] } });
    expect(changed).toEqual({ email: sample.owner.email, name: 'Omar H.', roles: ['observer'], preferences: own });
    expect(await me()).toEqual(changed);
    await expect(
      administrator.call('PUT', path, { body: { name: 'Omar H.', roles: [], preferences: {} } }),
    ).rejects.toMatchObject({ status: 400, problem: { field: 'preferences' } });
    await administrator.call('PUT', path, { body: { name: sample.owner.name, roles: [] } });
  });

  it('come with no views of theirs for whoever changes the person', async () => {
    const { owner, administrator } = house.people;
    await owner.call('PUT', '/me/views', { body: { views: [{ name: 'Late', query: 'overdue=true' }] } });
    const path = `/people/${encodeURIComponent(sample.owner.email)}`;
    const changed = await administrator.call('PUT', path, { body: { name: sample.owner.name, roles: [] } });
    expect(changed).not.toHaveProperty('views');
    expect(await me()).toHaveProperty('views');
  });

  it('bring back no role that was taken away while they were sent', async () => {
    const { ismsManager, administrator } = house.people;
    const { email, name } = sample.ismsManager;
    await Promise.all([
      ismsManager.call('PUT', '/me/preferences', { body: { language: 'de' } }),
      administrator.call('PUT', `/people/${encodeURIComponent(email)}`, { body: { name, roles: [] } }),
    ]);
    expect(await house.system.store.people.get(email)).toEqual({
      email,
      name,
      roles: [],
      preferences: { language: 'de' },
    });
  });
});

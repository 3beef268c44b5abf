import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { DeadlineNotice } from '#domain/notice/deadline-notice.ts';
import type { Person } from '#domain/people/person.ts';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { createTrail } from '../../../test/decade/memory.ts';
import { isLeftOut, openDirectory, readersOf, settingFor } from './directory.ts';

const person = (email: string, more: Partial<Person> = {}): Person => ({ email, name: email, roles: [], ...more });
const directoryOf = (...people: readonly Person[]) => {
  let reads = 0;
  const directory = openDirectory({
    audits: createTrail<AuditEvent>(),
    people: {
      all: async () => {
        reads += 1;
        return people;
      },
      get: async (email) => {
        reads += 1;
        return people.find((each) => each.email === email);
      },
    },
  });
  return { directory, reads: () => reads };
};

const owner = cast.owner.person;
const due = (offset: number): DeadlineNotice => ({
  kind: 'deadline',
  waitsFor: 'owner',
  clock: 'plan#1#1#owner',
  due: '2026-03-23',
  offset,
});
const cap = { kind: 'cap', reason: 'six-months', on: '2026-08-27', state: 'passed' } as const;

describe('the readers of a notice', () => {
  const finding = aNonconformity().finding();
  const irma = person('irma@example.org', { roles: ['isms-manager'] });
  const tara = person('tara@example.org', { roles: ['top-management'] });

  test('are those who must act, and those it is escalated to', async () => {
    const { directory } = directoryOf(irma, tara);
    expect(await readersOf(directory, finding, due(0))).toEqual([{ person: owner, escalated: false }]);
    expect(await readersOf(directory, finding, due(7))).toEqual([
      { person: owner, escalated: false },
      { person: irma.email, escalated: true },
      { person: tara.email, escalated: true },
    ]);
    expect((await readersOf(directory, finding, cap)).map((reader) => reader.person)).toEqual([
      owner,
      irma.email,
      tara.email,
    ]);
  });

  test('are each one reader: whoever must act is not told because nobody has', async () => {
    const { directory } = directoryOf(person(owner, { roles: ['isms-manager', 'top-management'] }));
    expect(await readersOf(directory, finding, due(7))).toEqual([{ person: owner, escalated: false }]);
  });
});

test('what is overdue or of a hard cap cannot be left out', () => {
  const quiet = person(owner, { preferences: { reminders: 'overdue' } });
  expect([-7, -1, 0, 1].map((offset) => isLeftOut(quiet, due(offset)))).toEqual([true, true, false, false]);
  expect(isLeftOut(quiet, { ...cap, state: 'near' })).toBe(false);
  expect([person(owner), undefined].map((each) => isLeftOut(each, due(-7)))).toEqual([false, false]);
});

test('the directory is read once, and one person alone where nobody asked for all', async () => {
  const { directory, reads } = directoryOf(person(owner));
  expect([await directory.person(owner), await directory.person(owner)]).toEqual([person(owner), person(owner)]);
  expect(reads()).toBe(1);
  await directory.all();
  await directory.all();
  expect(await directory.person('nobody@example.org')).toBeUndefined();
  expect(reads()).toBe(2);
});

test('somebody is written to in the language of their choice, else in the organization’s', () => {
  const setting = { language: 'de', organization: 'Example', baseUrl: 'https://redress.example.org' } as const;
  expect(settingFor(undefined, setting)).toEqual(setting);
  expect(settingFor(person(owner, { preferences: { language: 'en' } }), setting).language).toBe('en');
});

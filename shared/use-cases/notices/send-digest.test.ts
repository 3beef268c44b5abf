import { describe, expect, test } from 'vitest';
import type { Preferences } from '#domain/people/preferences.ts';
import type { Message } from '#ports/notices.ts';
import { createLife, issueBody, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { createPeople } from '../../../test/decade/memory.ts';
import { createStore } from '../../../test/decade/store.ts';
import { raiseHead } from '../workflow/raise-head.ts';
import { sendDigest } from './send-digest.ts';
import { NoticeBusy } from './send-once.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

const owner = cast.owner.person;
const date = '2026-03-24';

/** Some findings of one owner whose plans were due yesterday, swept this morning. */
const overdue = async (ids: readonly string[], preferences: Preferences = {}) => {
  let now = '2026-03-10T10:00:00.000Z';
  const people = createPeople();
  await people.put({ email: cast.ismsManager.person, name: 'Irma', roles: ['isms-manager'] });
  await people.put({ email: owner, name: 'Olga', roles: [], preferences });
  const { store, waiting } = createStore({ timeZone: 'Europe/Zurich', now: () => now, people });
  const mails: Message[] = [];
  const relayed = new Map<string, number>();
  const relay = async (life: Life): Promise<void> => {
    const { id } = life.finding().facts;
    for (const event of life.events.slice(relayed.get(id) ?? 0)) {
      const sealed = { ...event, prevHash: null, hash: '' };
      await store.findings.append(sealed);
      await raiseHead(store, sealed);
    }
    relayed.set(id, life.events.length);
  };
  const lives = ids.map((id) => createLife({ id }).must('issue', cast.leadAuditor, issueBody({ number: id })));
  for (const life of lives) await relay(life);
  const mailing = {
    ...store,
    mail: {
      send: async (message: Message) => {
        mails.push(message);
        return `mail-${mails.length}`;
      },
    },
  };
  // What was owed before is out.
  now = '2026-03-23T07:05:00.000Z';
  await sweepDeadlines(store);
  for (const due of waiting.splice(0)) await sendDigest(store, due);
  now = `${date}T07:05:00.000Z`;
  await sweepDeadlines(store);
  return {
    lives,
    mails,
    waiting,
    store: mailing,
    relay,
    at: (instant: string): void => {
      now = instant;
    },
    send: (person = owner) => sendDigest(mailing, { person, date }),
    open: async (person = owner) => (await store.digests.get({ person, date }))?.open,
    today: async (id: string) =>
      (await store.notices.of({ kind: 'finding', aggregate: id }))
        .filter(({ key }) => key.includes('#1#'))
        .filter(({ at }) => at.startsWith(date))
        .map(({ to, status }) => `${to} ${status}`)
        .sort(),
  };
};

describe('a digest', () => {
  test('is one message on all that is so, and is closed by it', async () => {
    const { store, send, mails, open, today, waiting } = await overdue(['a', 'b']);
    expect(waiting.map(({ person }) => person)).toEqual([owner, cast.ismsManager.person]);
    expect(await send()).toBe(1);
    expect(mails).toMatchObject([{ to: owner, language: 'en', subject: '2 deadlines (24 March 2026): 2 overdue' }]);
    expect(mails[0]?.reference).toBe(`digest#${date}#${owner}#2`);
    expect(await today('a')).toEqual([`${owner} sent`]);
    expect(await open()).toBe(false);
    // Nor is anything read again.
    const blind = { ...store, findings: { ...store.findings, latest: () => Promise.reject(new Error('asked for')) } };
    expect(await sendDigest(blind, { person: owner, date })).toBe(0);
    expect(mails).toHaveLength(1);
  });

  test('says to whom it is escalated, and to whom not', async () => {
    const { send, mails } = await overdue(['a']);
    await send();
    await send(cast.ismsManager.person);
    expect(mails.map(({ text }) => text.includes('Escalated to you'))).toEqual([false, true]);
  });

  test('is in the language of its reader', async () => {
    const { send, mails } = await overdue(['a'], { language: 'de' });
    await send();
    expect(mails[0]).toMatchObject({ language: 'de' });
    expect(mails[0]?.text).toContain('überfällig');
  });

  test('leaves out what was handed in since, without a head that says so', async () => {
    const { lives, send, mails, store, today, open } = await overdue(['a', 'b']);
    const [first] = lives;
    const event = first?.must('submit', cast.owner).events.at(-1);
    if (event) await store.findings.append({ ...event, prevHash: null, hash: '' });
    expect(await send()).toBe(1);
    expect(mails[0]?.subject).toContain('b: ');
    expect([await today('a'), await today('b')]).toEqual([[], [`${owner} sent`]]);
    expect(await open()).toBe(false);
  });

  test('of which nothing is left is no message', async () => {
    const { lives, relay, send, mails, open } = await overdue(['a']);
    for (const life of lives) await relay(life.must('submit', cast.owner));
    expect(await send()).toBe(0);
    expect([mails.length, await open()]).toEqual([0, false]);
  });

  test('leaves out what is somebody else’s now, but not what is escalated', async () => {
    const { lives, relay, send, mails } = await overdue(['a']);
    for (const life of lives) await relay(life.must('assign', cast.ismsManager));
    expect(await send()).toBe(0);
    expect(await send(cast.ismsManager.person)).toBe(1);
    expect(mails.map(({ to }) => to)).toEqual([cast.ismsManager.person]);
  });

  test('is not sent to an address that is suppressed, and says so on record', async () => {
    const { send, mails, store, today, open } = await overdue(['a']);
    await store.suppressions.add({ address: owner, kind: 'bounce', reason: 'unknown', at: '2026-03-11T00:00:00.000Z' });
    expect(await send()).toBe(0);
    expect([mails.length, await today('a'), await open()]).toEqual([0, [`${owner} suppressed`], false]);
  });

  test('is left to the sender who is at it, and taken up again once that one must be dead', async () => {
    const { send, mails, store, today, at } = await overdue(['a', 'b']);
    const dying = sendDigest(
      { ...store, mail: { send: () => new Promise<string>(() => {}) } },
      { person: owner, date },
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(await today('b')).toEqual([`${owner} claimed`]);
    at(`${date}T07:07:59.000Z`);
    await expect(send()).rejects.toBeInstanceOf(NoticeBusy);
    expect(mails).toEqual([]);
    at(`${date}T07:08:00.000Z`);
    expect(await send()).toBe(1);
    expect([await today('a'), await today('b')]).toEqual([[`${owner} sent`], [`${owner} sent`]]);
    expect(dying).toBeInstanceOf(Promise);
  });

  test('that grows while it is sent stays open, and only what came after follows', async () => {
    const { send, mails, store, open } = await overdue(['a']);
    const late = { finding: 'a', key: 'due#plan#1#1#owner#2026-03-23#3', escalated: false };
    const growing = {
      ...store,
      mail: {
        send: async (message: Message) => {
          await store.digests.add({ person: owner, date }, late, 8);
          return store.mail.send(message);
        },
      },
    };
    expect(await sendDigest(growing, { person: owner, date })).toBe(1);
    expect(await open()).toBe(true);
    expect(await send()).toBe(1);
    expect(await open()).toBe(false);
    expect(mails.map(({ reference }) => reference.split('#').at(-1))).toEqual(['1', '2']);
  });

  test('that nobody ever put together is none', async () => {
    const { send } = await overdue(['a']);
    expect(await send('nobody@example.org')).toBe(0);
  });
});

describe('the sweep', () => {
  test('has a digest wait for the hour of its reader, and none come at night', async () => {
    const { store, waiting, at } = await overdue(['a'], { digestHour: 17 });
    const ready = waiting.splice(0).filter((digest) => digest.date === date);
    expect(ready.map(({ person }) => person)).toEqual([cast.ismsManager.person]);
    const sweptAt = async (instant: string) => {
      at(instant);
      await sweepDeadlines(store);
      return waiting.splice(0).map(({ person, date: of }) => `${of} ${person}`);
    };
    expect(await sweptAt(`${date}T15:05:00.000Z`)).not.toContain(`${date} ${owner}`);
    expect(await sweptAt(`${date}T16:05:00.000Z`)).toContain(`${date} ${owner}`);
    // What was missed is made up for before the morning, and waits for it.
    at('2026-03-27T03:05:00.000Z');
    expect(await sweepDeadlines(store)).toMatchObject({ until: '2026-03-26', notices: 2 });
    expect(waiting.splice(0).map(({ date: of }) => of)).not.toContain('2026-03-27');
    expect(await sweptAt('2026-03-27T07:05:00.000Z')).toContain(`2026-03-27 ${cast.ismsManager.person}`);
  });

  test('leaves a finding to the relay that has moved on since its head was raised', async () => {
    const { lives, store, at } = await overdue(['a']);
    const [life] = lives;
    const event = life?.must('assign', cast.ismsManager).events.at(-1);
    if (event) await store.findings.append({ ...event, prevHash: null, hash: '' });
    at('2026-03-26T07:05:00.000Z');
    expect(await sweepDeadlines(store)).toMatchObject({ findings: 1, notices: 0 });
    expect(await store.register.head('a')).toMatchObject({ seq: 1, nextNoticeOn: '2026-03-26' });
  });

  test('where the clock was put back does nothing, and keeps its cursor', async () => {
    const { store, at } = await overdue(['a']);
    at('2026-03-20T07:05:00.000Z');
    expect(await sweepDeadlines(store)).toMatchObject({ until: '2026-03-20', findings: 0 });
    expect(await store.due.sweptUntil()).toBe(date);
  });

  test('comes by a finding that was placed on the day before the cursor while that went by', async () => {
    const { store, at } = await overdue(['a']);
    // Its next notice is on the 26th.
    await store.due.setSweptUntil('2026-03-27', date);
    at('2026-03-28T07:05:00.000Z');
    expect(await sweepDeadlines(store)).toMatchObject({ findings: 1, notices: 2 });
  });
});

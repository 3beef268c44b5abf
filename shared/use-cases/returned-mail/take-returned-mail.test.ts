import { expect, test } from 'vitest';
import type { Suppression } from '#domain/notice/suppression.ts';
import type { Person } from '#domain/people/person.ts';
import type { DigestLine } from '#ports/digests.ts';
import { MailFault, type Message, type NoticeRecord } from '#ports/notices.ts';
import { type ReturnedMail, type ReturnStore, takeReturnedMail } from './take-returned-mail.ts';

const anna = 'anna@example.org';
const irma = 'irma@example.org';
const people: readonly Person[] = [{ email: irma, name: 'Irma', roles: ['isms-manager'] }];

const notice = (finding: string, messageId: string | undefined): NoticeRecord => ({
  owner: { kind: 'finding', aggregate: finding },
  key: `due#1#${anna}`,
  kind: 'deadline',
  to: anna,
  subject: `${finding}: due today`,
  status: messageId === undefined ? 'claimed' : 'sent',
  at: '2026-03-16T07:05:00.000Z',
  messageId,
});

const storeWith = (notices: readonly NoticeRecord[], failures = 0) => {
  const marked: string[] = [];
  const sent: Message[] = [];
  const suppressed: Suppression[] = [];
  const claims = new Set<string>();
  let left = failures;
  const no = () => {
    throw new Error('not asked for here');
  };
  const store: ReturnStore = {
    notices: {
      claim: async ({ key }) => {
        if (claims.has(key)) return sent.length > 0 ? 'sent' : 'unsent';
        claims.add(key);
        return 'new';
      },
      markSent: async () => {},
      markSuppressed: async () => {},
      markReturned: async ({ aggregate }) => void marked.push(aggregate),
      of: async ({ aggregate }) => notices.filter(({ owner }) => owner.aggregate === aggregate),
    },
    digests: {
      get: async () => ({
        lines: notices.map(({ owner }): DigestLine => ({ finding: owner.aggregate, key: 'due#1', escalated: false })),
        version: notices.length,
        open: false,
      }),
    },
    suppressions: { get: async () => undefined, add: async (each) => void suppressed.push(each) },
    mail: {
      send: async (message) => {
        left -= 1;
        if (left >= 0) throw new MailFault('no answer');
        sent.push(message);
        return 'told';
      },
    },
    people: { all: async () => people, get: async (email) => people.find((each) => each.email === email) },
    audits: { latest: no, at: no, all: no, append: no, relayed: no },
    clock: { now: () => '2026-03-16T07:06:00.000Z' },
    claimLease: 0,
    language: 'en',
    organization: 'Example Ltd',
    baseUrl: 'https://redress.example.org',
  };
  return { store, marked, sent, suppressed };
};

const returned: ReturnedMail = {
  kind: 'bounce',
  isPermanent: true,
  address: anna,
  reason: 'smtp; 550',
  at: '2026-03-16T07:05:30.000Z',
  messageId: 'm-1',
  reference: { kind: 'digest', date: '2026-03-16', person: anna },
  subject: '3 deadlines',
};

test('of a digest that had a supplement, what the other message told is not marked', async () => {
  const { store, marked, sent } = storeWith([notice('a', 'm-0'), notice('b', 'm-1'), notice('c', 'm-1')]);
  expect(await takeReturnedMail(store, returned)).toEqual({ marked: 2, suppressed: true, told: 1, isTold: true });
  expect(marked).toEqual(['b', 'c']);
  expect(sent.map(({ to }) => to)).toEqual([irma]);
  expect(sent[0]?.text).toContain('b: due today');
  expect(sent[0]?.text).not.toContain('a: due today');
});

test('a notice whose sender died before it noted the message may be the one', async () => {
  const { store, marked } = storeWith([notice('a', undefined)]);
  await takeReturnedMail(store, returned);
  expect(marked).toEqual(['a']);
});

test('where the managers cannot be told now, all else is done, and they are told when it comes again', async () => {
  const { store, marked, sent, suppressed } = storeWith([notice('a', 'm-1')], 1);
  await expect(takeReturnedMail(store, returned)).rejects.toBeInstanceOf(MailFault);
  expect([marked, suppressed.map(({ address }) => address), sent]).toEqual([['a'], [anna], []]);
  expect(await takeReturnedMail(store, returned)).toMatchObject({ told: 1, isTold: true });
  expect(await takeReturnedMail(store, returned)).toMatchObject({ told: 0, isTold: true });
  expect(sent).toHaveLength(1);
});

test('of a message that nobody knows the address alone is suppressed', async () => {
  const { store, suppressed, sent } = storeWith([]);
  const answer = await takeReturnedMail(store, { ...returned, reference: undefined });
  expect(answer).toEqual({ marked: 0, suppressed: true, told: 0, isTold: false });
  expect([suppressed.length, sent.length]).toEqual([1, 0]);
});

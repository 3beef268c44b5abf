import { expect, test } from 'vitest';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { BusMessage } from '#ports/bus.ts';
import { MailFault } from '#ports/notices.ts';
import type { Trail } from '#ports/trail.ts';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { headOf } from '../workflow/head.ts';
import { sendChangeNotice } from './send-notice.ts';
import { SweepIncomplete, sweepDeadlines } from './sweep-deadlines.ts';

const clock = { now: () => '2026-03-16T09:00:00.000Z' };
const trailOf = (latest: (id: string) => Sealed<FindingEvent>): Trail<FindingEvent> => {
  const no = () => {
    throw new Error('not asked for here');
  };
  return { latest: async (id) => latest(id), at: async (id) => latest(id), all: no, append: no, relayed: no };
};
const sealed = (event: FindingEvent | undefined): Sealed<FindingEvent> => {
  if (!event) throw new Error('no event');
  return { ...event, prevHash: null, hash: 'hash' };
};

test('an address that fails does not keep the others from their notice', async () => {
  const life = aNonconformity().handIn(completeSubmission('plan', { rootCause: undefined }), cast.ismsManager);
  const last = sealed(life.events.at(-1));
  const sent: string[] = [];
  const store = {
    findings: trailOf(() => last),
    audits: trailOf(() => last) as never,
    clock,
    people: { all: async () => [] },
    notices: { claim: async () => 'new' as const, markSent: async () => undefined, of: async () => [] },
    mail: {
      send: async ({ to }: { to: string }) => {
        if (to === cast.ismsManager.person) throw new MailFault('refused');
        sent.push(to);
        return 'id';
      },
    },
    organization: 'Example',
    baseUrl: 'https://redress.example.org',
  };
  const committed = {
    kind: 'finding',
    aggregate: last.aggregate,
    seq: last.seq,
    type: last.type,
    at: last.at,
  } as const;
  await expect(sendChangeNotice(store, committed)).rejects.toBeInstanceOf(MailFault);
  expect(sent).toEqual([cast.owner.person]);
});

test('a finding that fails does not keep the others from their deadline notice, and the day is swept again', async () => {
  const event = sealed(aNonconformity().events.at(-1));
  const head = headOf(event.state, '2026-03-08');
  const published: BusMessage[] = [];
  let sweptUntil: string | undefined = '2026-03-15';
  const store = {
    findings: trailOf((id) => {
      if (id === 'broken') throw new Error('damaged');
      return event;
    }),
    clock,
    timeZone: 'Europe/Zurich',
    morningHour: 7,
    bus: { publish: async (messages: readonly BusMessage[]) => void published.push(...messages) },
    due: {
      on: async (date: string, shard: number) =>
        date === head.nextNoticeOn && shard === 0 ? [{ ...head, id: 'broken' }, head] : [],
      moveOn: async () => undefined,
      sweptUntil: async () => sweptUntil,
      setSweptUntil: async (date: string) => {
        sweptUntil = date;
      },
    },
  };
  await expect(sweepDeadlines(store)).rejects.toThrow(SweepIncomplete);
  expect(published.map(({ detail }) => detail)).toMatchObject([{ finding: head.id, due: '2026-03-23', offset: -7 }]);
  expect(sweptUntil).toBe('2026-03-15');
});

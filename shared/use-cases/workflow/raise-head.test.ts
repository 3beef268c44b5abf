import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { auditContextOf, stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, findingId, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { createHeads, createTrail } from '../../../test/decade/memory.ts';
import { raiseHead } from './raise-head.ts';

const begin = () => {
  const heads = createHeads();
  const store = { ...heads, findings: createTrail<FindingEvent>(), timeZone: 'Europe/Zurich', morningHour: 8 };
  let relayed = 0;
  const sealed = (event: FindingEvent) => ({ ...event, prevHash: null, hash: '' });
  return {
    ...heads,
    /** Appends what has happened; the last event alone is relayed. Answers the head as far as notices go by it. */
    relay: async (life: Life) => {
      for (const event of life.events.slice(relayed)) await store.findings.append(sealed(event));
      relayed = life.events.length;
      const latest = await store.findings.latest(findingId);
      if (latest) await raiseHead(store, latest);
      const head = await store.register.head(findingId);
      return head && { next: head.nextNoticeOn, from: head.noticesFrom, cap: head.cap };
    },
    sweep: async (until: string, next: string | undefined): Promise<void> => {
      const head = await store.register.head(findingId);
      if (head) await store.due.moveOn(head, next);
      await store.due.setSweptUntil(until, await store.due.sweptUntil());
    },
  };
};
const cap = { reason: 'six-months', on: '2026-08-27', noticesFrom: '2026-03-11' };

describe('a finding is placed', () => {
  test('where its first notice is, from the day after it was issued', async () => {
    const { relay, due } = begin();
    expect(await relay(aNonconformity())).toEqual({ next: '2026-03-16', from: '2026-03-11', cap });
    expect(await due.sweptUntil()).toBe('2026-03-09');
  });

  test('where it was, while it waits for the same by the same date: also for a day that was missed', async () => {
    const { relay, sweep } = begin();
    const life = aNonconformity();
    await relay(life);
    await sweep('2026-03-18', '2026-03-20');
    // Nothing was swept since; the finding changes hands on a day after its next notice.
    const moved = await relay(life.on('2026-03-21').must('assign', cast.ismsManager));
    expect(moved).toMatchObject({ next: '2026-03-20', from: '2026-03-20', cap });
  });

  test('anew, where it waits for something else: what lies before that began is not owed', async () => {
    const { relay } = begin();
    const life = aNonconformity();
    await relay(life);
    // In review from the 17th: due on the 31st.
    const review = await relay(life.on('2026-03-17').reach('plan.in-review'));
    expect(review).toEqual({ next: '2026-03-24', from: '2026-03-18', cap });
    const late = await relay(life.on('2026-03-27').must('return', cast.leadAuditor));
    expect(late).toMatchObject({ next: '2026-03-30', from: '2026-03-28' });
  });

  test('as of the event with which that began, where several came at once', async () => {
    const { relay } = begin();
    const life = aNonconformity();
    await relay(life);
    life.on('2026-03-17').reach('plan.in-review');
    const gap = await relay(life.on('2026-03-26').must('assign', cast.ismsManager));
    expect(gap).toMatchObject({ next: '2026-03-24', from: '2026-03-18' });
  });

  test('the next day, where its hard cap is near or has passed already', async () => {
    const within = (expires: string) =>
      auditContextOf({ ...stage2, kind: 'surveillance', dates: { ...stage2.dates, certificateExpires: expires } });
    const near = await begin().relay(aNonconformity('major', { audit: within('2026-03-30') }));
    expect(near).toMatchObject({ next: '2026-03-11', cap: { reason: 'certificate', noticesFrom: '2026-03-11' } });
    // Nine days overdue already: what is owed of that comes after the cap.
    const passed = await begin().relay(aNonconformity('major', { audit: within('2026-03-01') }));
    expect(passed).toMatchObject({ next: '2026-03-11', from: '2026-03-11' });
  });

  test('for its hard cap, while nobody has to act; and once that is told, nowhere', async () => {
    const { relay, sweep } = begin();
    const life = aNonconformity();
    await relay(life);
    const handedIn = await relay(life.on('2026-08-20').must('submit', cast.owner));
    expect(handedIn).toEqual({ next: '2026-07-28', from: undefined, cap });
    await sweep('2026-09-01', undefined);
    const failed = await relay(life.on('2026-09-02').must('recordFault', cast.system));
    expect(failed).toEqual({ next: undefined, from: undefined, cap });
  });
});

describe('the cursor', () => {
  test('is put back before a finding that it has passed', async () => {
    const { relay, sweep, due } = begin();
    const life = aNonconformity();
    await relay(life);
    await sweep('2026-04-02', '2026-04-06');
    // The clock was wrong: it is the 17th.
    await relay(life.on('2026-03-17').reach('plan.in-review'));
    expect(await due.sweptUntil()).toBe('2026-03-23');
  });
  test('stays before what is to come, and on the day that is read again', async () => {
    for (const days of [0, 1]) {
      const { relay, due } = begin();
      await due.setSweptUntil(addDays('2026-03-16', -days), undefined);
      await relay(aNonconformity());
      expect(await due.sweptUntil()).toBe(addDays('2026-03-16', -days));
    }
  });
});

import { expect, test } from 'vitest';
import type { FindingEvent } from '#domain/finding/events.ts';
import { MailFault } from '#ports/notices.ts';
import { aNonconformity, createLife, issueBody } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { createPeople } from '../../../test/decade/memory.ts';
import { createStore } from '../../../test/decade/store.ts';
import { raiseHead } from '../workflow/raise-head.ts';
import { sendDigest } from './send-digest.ts';
import { sendChangeNotice } from './send-notice.ts';
import { SweepIncomplete, sweepDeadlines } from './sweep-deadlines.ts';

const open = async (...lives: readonly { readonly events: readonly FindingEvent[] }[]) => {
  const now = () => '2026-03-16T09:00:00.000Z';
  const house = createStore({ timeZone: 'Europe/Zurich', now, people: createPeople() });
  for (const event of lives.flatMap(({ events }) => events)) {
    const sealed = { ...event, prevHash: null, hash: '' };
    await house.store.findings.append(sealed);
    await raiseHead(house.store, sealed);
  }
  return house;
};
const named = (id: string) => createLife({ id }).must('issue', cast.leadAuditor, issueBody({ number: id }));

test('an address that fails does not keep the others from their notice', async () => {
  const life = aNonconformity().handIn(completeSubmission('plan', { rootCause: undefined }), cast.ismsManager);
  const { store } = await open(life);
  const last = life.events.at(-1);
  if (!last) throw new Error('nothing happened');
  const sent: string[] = [];
  const failing = {
    ...store,
    calendarFiles: { part: () => ({ method: 'REQUEST', fileName: 'deadline.ics', content: '' }) as const },
    mail: {
      send: async ({ to }: { readonly to: string }) => {
        if (to === cast.ismsManager.person) throw new MailFault('refused');
        sent.push(to);
        return 'id';
      },
    },
  };
  const { aggregate, seq, type, at } = last;
  const committed = { kind: 'finding', aggregate, seq, type, at } as const;
  await expect(sendChangeNotice(failing, committed)).rejects.toBeInstanceOf(MailFault);
  expect(sent).toEqual([cast.owner.person]);
});

/** A trail that cannot read one finding. */
const damaged = <T extends { readonly findings: { latest(id: string): Promise<unknown> } }>(
  store: T,
  id: string,
): T => ({
  ...store,
  findings: {
    ...store.findings,
    latest: (finding: string) =>
      finding === id ? Promise.reject(new Error('damaged')) : store.findings.latest(finding),
  },
});

test('a finding that fails does not keep the others from their digest, and the day is swept again', async () => {
  const { store, waiting } = await open(named('broken'), named('whole'));
  const before = await store.due.sweptUntil();
  await expect(sweepDeadlines(damaged(store, 'broken'))).rejects.toThrow(SweepIncomplete);
  const digest = { person: cast.owner.person, date: '2026-03-16' };
  expect(waiting).toEqual([digest]);
  expect((await store.digests.get(digest))?.lines.map(({ finding }) => finding)).toEqual(['whole']);
  expect(await store.due.sweptUntil()).toBe(before);
  expect(await sweepDeadlines(store)).toMatchObject({ until: '2026-03-16', findings: 1, notices: 1 });
});

test('a finding that fails does not keep the others out of the message; the digest stays open for it', async () => {
  const { store, waiting, sent } = await open(named('broken'), named('whole'));
  await sweepDeadlines(store);
  const [digest] = waiting;
  if (!digest) throw new Error('nothing is due');
  await expect(sendDigest(damaged(store, 'broken'), digest)).rejects.toThrow('damaged');
  const statuses = async () =>
    Promise.all(
      ['broken', 'whole'].map(async (aggregate) => (await store.notices.of({ kind: 'finding', aggregate }))[0]?.status),
    );
  expect([await statuses(), sent.length]).toEqual([[undefined, 'sent'], 1]);
  expect(await store.digests.get(digest)).toMatchObject({ open: true });
  expect(await sendDigest(store, digest)).toBe(1);
  expect([await statuses(), sent.length]).toEqual([['sent', 'sent'], 2]);
  expect(await store.digests.get(digest)).toMatchObject({ open: false });
});

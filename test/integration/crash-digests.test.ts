import { describe, expect, it } from 'vitest';
import { sendDigest } from '#use-cases/notices/send-digest.ts';
import { sweepDeadlines } from '#use-cases/notices/sweep-deadlines.ts';
import { raiseHead } from '#use-cases/workflow/raise-head.ts';
import { createLife, issueBody } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { createPeople } from '../decade/memory.ts';
import { createStore, type MemoryStore } from '../decade/store.ts';
import { createMortal, type Mortal, type Point, pointsOf } from './crash-points.ts';

const due = '2026-03-23';
const findings = ['one', 'two', 'three'];
const owners = ['ada@example.org', 'ben@example.org'];

/** Three findings of two owners, whose plans were due a week ago: notices for the owners and for two who escalate. */
const openHouse = async () => {
  let now = '2026-03-10T10:00:00.000Z';
  const people = createPeople();
  await people.put({ email: cast.ismsManager.person, name: 'Irma', roles: ['isms-manager'] });
  await people.put({ email: cast.topManagement.person, name: 'Tara', roles: ['top-management'] });
  // What was told of the second address for good.
  const { store, waiting, sent } = createStore({ timeZone: 'Europe/Zurich', now: () => now, people });
  await store.suppressions.add({ address: owners[1] ?? '', kind: 'bounce', reason: 'unknown', at: now });
  for (const [n, id] of findings.entries()) {
    const life = createLife({ id }).must(
      'issue',
      cast.leadAuditor,
      issueBody({ number: id, owner: owners[n % 2] ?? '' }),
    );
    for (const event of life.events) {
      const sealed = { ...event, prevHash: null, hash: '' };
      await store.findings.append(sealed);
      await raiseHead(store, sealed);
    }
  }
  return {
    store,
    waiting,
    sent,
    at: (instant: string): void => {
      now = instant;
    },
  };
};
type House = Awaited<ReturnType<typeof openHouse>>;

/** One run of the sweep; then all that is on the bus arrives, and leaves it once it is worked off. */
const runOn = async (store: MemoryStore, { waiting }: House): Promise<void> => {
  await sweepDeadlines(store);
  for (let next = waiting[0]; next; next = waiting[0]) {
    await sendDigest(store, next);
    waiting.shift();
  }
};

const standing = async ({ store, waiting }: House) => ({
  waiting: [...waiting],
  open: await store.digests.due('2099-01-01', 23),
  swept: await store.due.sweptUntil(),
  heads: await Promise.all(findings.map((id) => store.register.head(id))),
  notices: (await Promise.all(findings.map((id) => store.notices.of({ kind: 'finding', aggregate: id }))))
    .flat()
    .map(({ at: _at, messageId, ...notice }) => ({ ...notice, mailed: messageId !== undefined }))
    .sort((a, b) => `${a.owner.aggregate}#${a.key}`.localeCompare(`${b.owner.aggregate}#${b.key}`)),
});

/** A run that dies at the point; an hour later, when claims have run out, another. */
const runThrough = async (point?: Point) => {
  const house = await openHouse();
  // The mornings before are swept: this is about the notices of one day.
  house.at('2026-03-29T06:05:00.000Z');
  await runOn(house.store, house);
  house.sent.splice(0);
  house.at('2026-03-30T06:05:00.000Z');
  const mortal: Mortal = createMortal(point, () => {});
  const run = runOn(mortal.around(house.store), house);
  if (point) {
    await Promise.race([mortal.died, run]);
    if (!mortal.isDead()) throw new Error('the point was never reached');
    await mortal.died;
    house.at('2026-03-30T07:05:00.000Z');
    await runOn(house.store, house);
  } else await run;
  // Without the version: lines that were added again count twice.
  const sent = house.sent.map((reference) => reference.split('#').slice(0, 3).join('#')).sort();
  return { end: await standing(house), sent, calls: mortal.calls };
};

const unharmed = await runThrough();
const points = pointsOf(unharmed.calls);
const nameOf = ({ when, call, nth }: Point): string => `${when} ${call} (${nth})`;

/** Whether a message has gone at the point of which not every notice is marked yet: then it goes again. */
const isBetween = ({ call, nth, when }: Point): boolean => {
  let left = 0;
  let seen = 0;
  for (const [place, each] of unharmed.calls.entries()) {
    if (each === call) seen += 1;
    const isHere = each === call && seen === nth;
    if (isHere && when === 'before') return left > 0;
    if (each === 'mail.send') {
      const rest = unharmed.calls.slice(place + 1);
      left = rest.slice(0, rest.indexOf('digests.close')).filter((later) => later === 'notices.markSent').length;
    }
    if (each === 'notices.markSent') left -= 1;
    if (isHere) return left > 0;
  }
  throw new Error(`there is no ${nameOf({ call, nth, when })}`);
};

describe('a day without a death', () => {
  it('tells everybody all of it in one message, and those whose mail comes back nothing', () => {
    const told = unharmed.end.notices.filter(({ key }) => key.includes(`#${due}#7#`));
    expect(told.map(({ owner, to, status }) => [owner.aggregate, to, status])).toEqual(
      ['one', 'three', 'two'].flatMap((id) => [
        ...(id === 'two' ? [[id, owners[1], 'suppressed']] : [[id, owners[0], 'sent']]),
        [id, cast.ismsManager.person, 'sent'],
        [id, cast.topManagement.person, 'sent'],
      ]),
    );
    expect(unharmed.sent).toEqual(
      [owners[0], cast.ismsManager.person, cast.topManagement.person].map((to) => `digest#2026-03-30#${to}`),
    );
    expect(unharmed.end).toMatchObject({ waiting: [], open: [], swept: '2026-03-30' });
  });

  it('has a point to die at before and after every effect of the sweep and of the sender', () => {
    expect([...new Set(points.map(({ call }) => call))].sort()).toEqual(
      [
        ...['bus.publish', 'digests.add', 'digests.close', 'due.moveOn', 'due.setSweptUntil', 'mail.send'],
        ...['notices.claim', 'notices.markSent', 'notices.markSuppressed'],
      ].sort(),
    );
    expect(points.length).toBeGreaterThanOrEqual(39);
  });
});

describe(`dead at any of ${points.length} points and run again, it ends as without the death`, () => {
  it.each(points.map((point) => [nameOf(point), point] as const))('%s', async (_name, point) => {
    const { end, sent } = await runThrough(point);
    expect(end).toEqual(unharmed.end);
    expect([...new Set(sent)]).toEqual(unharmed.sent);
    expect(sent.length - unharmed.sent.length).toBe(isBetween(point) ? 1 : 0);
  });
});

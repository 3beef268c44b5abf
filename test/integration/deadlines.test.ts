import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atStage, give, handIn, issue, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { digestsIn, noticesOn } from './life-looks.ts';

const audit = '2026-surveillance';

/** `2026-03-16T07:05 owner: plan owner -7`, of notices on dates alone: which clock, and how many days from its date. */
const deadlineNotices = async (house: House, finding: string): Promise<string[]> =>
  (await noticesOn(house, finding))
    .filter(({ kind }) => kind === 'deadline')
    .map(({ at, to, key }) => {
      const [, stage, , , waitsFor, , offset] = key.split('#');
      return `${at.slice(0, 16)} ${to}: ${stage} ${waitsFor} ${offset}`;
    })
    .sort();

const linesOf = (at: string, what: string, ...people: string[]): string[] =>
  people.map((person) => `${at} ${person}: ${what}`);

describe('as time goes by', () => {
  let house: House;
  let chased: string;
  let extended: string;
  let handedIn: string;
  const advance = async (duration: string): Promise<void> => house.system.advance?.(duration);
  const escalated = ['owner', 'ismsManager', 'topManagement'];

  beforeAll(async () => {
    // Half past six in Zurich, on the day of the first notice about a plan due on 2026-03-23.
    house = await openHouse({ clock: '2026-03-16T05:30:00.000Z' });
    const { ismsManager, owner, leadAuditor } = house.people;
    await openAudit(ismsManager, audit);
    [chased, extended, handedIn] = [
      await issue(house, audit, 'NC-1'),
      await issue(house, audit, 'NC-2'),
      await issue(house, audit, 'NC-3'),
    ];
    const reason = 'Our platform team is on leave.';
    await give(house, owner, extended, 'request-extension', { newDueDate: '2026-03-30', reason });
    await give(house, leadAuditor, extended, 'decide-extension', { granted: true, reason });
  }, 60_000);
  afterAll(() => house.close());

  it('nothing goes out before the morning', async () => {
    // 07:59 in Zurich; the sweep of 07:05 has run.
    await advance('PT89M');
    expect(await deadlineNotices(house, chased)).toEqual([]);
  });

  it('in the morning it does, once', async () => {
    await advance('PT6M');
    const first = linesOf('2026-03-16T07:05', 'plan owner -7', 'owner');
    expect(await deadlineNotices(house, chased)).toEqual(first);
    await advance('P4D');
    const second = linesOf('2026-03-20T07:05', 'plan owner -3', 'owner');
    expect(await deadlineNotices(house, chased)).toEqual([...first, ...second]);
    expect(await deadlineNotices(house, handedIn)).toEqual([...first, ...second]);
    expect(await deadlineNotices(house, extended)).toEqual([]);
  });

  it('all of a day is one message', async () => {
    const digests = await digestsIn(house);
    expect(digests.map(({ at, to }) => `${at.slice(0, 16)} ${to}`)).toEqual([
      '2026-03-16T07:05 owner',
      '2026-03-20T07:05 owner',
    ]);
    expect(digests[1]).toMatchObject({ subject: '2 deadlines (20 March 2026)' });
    expect(digests[1]?.text).toMatch(/NC-1 .*in 3 days[\s\S]*NC-3 .*in 3 days/);
    expect(digests[1]?.text).toContain(`/findings/${chased}`);
  });

  it('what is not handed in is chased, from overdue with the ISMS manager, from seven days with top management', {
    timeout: 60_000,
  }, async () => {
    await handIn(house, handedIn);
    expect(atStage(await view(house.people.ismsManager, handedIn))).toMatchObject({ reviewDue: '2026-04-03' });
    await advance('P11D');
    expect(await deadlineNotices(house, chased)).toEqual(
      [
        linesOf('2026-03-16T07:05', 'plan owner -7', 'owner'),
        linesOf('2026-03-20T07:05', 'plan owner -3', 'owner'),
        linesOf('2026-03-22T07:05', 'plan owner -1', 'owner'),
        linesOf('2026-03-23T07:05', 'plan owner 0', 'owner'),
        linesOf('2026-03-24T07:05', 'plan owner 1', 'owner', 'ismsManager'),
        linesOf('2026-03-26T07:05', 'plan owner 3', 'owner', 'ismsManager'),
        linesOf('2026-03-30T06:05', 'plan owner 7', ...escalated),
      ]
        .flat()
        .sort(),
    );
  });

  it('eight in the morning is so also on the day the clocks go forward', async () => {
    expect(await deadlineNotices(house, extended)).toEqual(
      [
        linesOf('2026-03-23T07:05', 'plan owner -7', 'owner'),
        linesOf('2026-03-27T07:05', 'plan owner -3', 'owner'),
        linesOf('2026-03-29T06:05', 'plan owner -1', 'owner'),
        linesOf('2026-03-30T06:05', 'plan owner 0', 'owner'),
        linesOf('2026-03-31T06:05', 'plan owner 1', 'owner', 'ismsManager'),
      ]
        .flat()
        .sort(),
    );
  });

  it('what is handed in is not chased: now the lead auditor is reminded of the review', async () => {
    const afterwards = (await deadlineNotices(house, handedIn)).slice(2);
    expect(afterwards).toEqual([
      ...linesOf('2026-03-27T07:05', 'plan reviewer -7', 'leadAuditor'),
      ...linesOf('2026-03-31T06:05', 'plan reviewer -3', 'leadAuditor'),
    ]);
  });

  it('two weeks in which the system was stopped are made up for, each notice once, and all in one message', async () => {
    const before = { chased: await deadlineNotices(house, chased), handedIn: await deadlineNotices(house, handedIn) };
    const digests = await digestsIn(house);
    house = await house.reopen('2026-04-14T06:30:00.000Z');
    const at = '2026-04-14T06:30';
    const missed = async (finding: keyof typeof before) => {
      const notices = await deadlineNotices(house, { chased, handedIn }[finding]);
      expect(notices.slice(0, before[finding].length)).toEqual(before[finding]);
      return notices.slice(before[finding].length);
    };
    const ofPlan = [
      ...linesOf(at, 'plan owner 14', ...escalated),
      ...linesOf(at, 'plan owner 21', ...escalated),
    ].sort();
    const ofReview = [
      linesOf(at, 'plan reviewer -1', 'leadAuditor'),
      linesOf(at, 'plan reviewer 0', 'leadAuditor'),
      linesOf(at, 'plan reviewer 1', 'leadAuditor', 'ismsManager'),
      linesOf(at, 'plan reviewer 3', 'leadAuditor', 'ismsManager'),
      linesOf(at, 'plan reviewer 7', 'leadAuditor', 'ismsManager', 'topManagement'),
    ]
      .flat()
      .sort();
    const expectMissedOnce = async (): Promise<void> => {
      expect(await missed('chased')).toEqual(ofPlan);
      expect(await missed('handedIn')).toEqual(ofReview);
      const made = (await digestsIn(house)).slice(digests.length);
      expect(made.map(({ to }) => to).sort()).toEqual(['ismsManager', 'leadAuditor', 'owner', 'topManagement']);
    };
    await expectMissedOnce();
    await advance('PT3H');
    await expectMissedOnce();
    expect(house.faults).toEqual([]);
  });
});

it('people choose when, and what of it, but not whether they hear of what is overdue', async () => {
  // The plan is due two days later.
  const house = await openHouse({ clock: '2026-03-21T12:00:00.000Z' });
  try {
    const { owner, ismsManager } = house.people;
    await owner.call('PUT', '/me/preferences', { body: { digestHour: 10, reminders: 'overdue', language: 'de' } });
    await openAudit(ismsManager, audit);
    const finding = await issue(house, audit, 'NC-1');
    await house.system.advance?.('P3D');
    expect(await deadlineNotices(house, finding)).toEqual([
      ...linesOf('2026-03-23T09:05', 'plan owner 0', 'owner'),
      ...linesOf('2026-03-24T07:05', 'plan owner 1', 'ismsManager'),
      ...linesOf('2026-03-24T09:05', 'plan owner 1', 'owner'),
    ]);
    const [first, , last] = await digestsIn(house);
    expect([first?.text, last?.text].map((text) => /heute|überfällig/.exec(text ?? '')?.[0])).toEqual([
      'heute',
      'überfällig',
    ]);
    expect(house.faults).toEqual([]);
  } finally {
    await house.close();
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { atStage, give, handIn, issue, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { type Mailed, mailOn } from './life-looks.ts';
import { type Watch, watchPorts } from './life-ports.ts';

const audit = '2026-surveillance';

/** `2026-03-16T07:05 owner: the corrective action plan is due in 7 days`, of deadline notices alone. */
const deadlineMail = async (house: House, finding: string): Promise<string[]> =>
  (await mailOn(house, finding))
    .filter(({ reference }) => reference.startsWith(`${finding}#due#`))
    .map(({ at, to, what }) => `${at.slice(0, 16)} ${to}: ${what}`)
    .sort();

const linesOf = (at: string, what: string, ...people: string[]): string[] =>
  people.map((person) => `${at} ${person}: ${what}`);

describe('as time goes by', () => {
  let house: House;
  let chased: string;
  let extended: string;
  let handedIn: string;
  const advance = async (duration: string): Promise<void> => house.system.advance?.(duration);
  const plan = 'the corrective action plan is';
  const review = 'the review of the corrective action plan is';
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
    expect(await deadlineMail(house, chased)).toEqual([]);
  });

  it('in the morning it does, once', async () => {
    await advance('PT6M');
    const first = linesOf('2026-03-16T07:05', `${plan} due in 7 days`, 'owner');
    expect(await deadlineMail(house, chased)).toEqual(first);
    await advance('P4D');
    const second = linesOf('2026-03-20T07:05', `${plan} due in 3 days`, 'owner');
    expect(await deadlineMail(house, chased)).toEqual([...first, ...second]);
    expect(await deadlineMail(house, handedIn)).toEqual([...first, ...second]);
    expect(await deadlineMail(house, extended)).toEqual([]);
  });

  it('what is not handed in is chased, from overdue with the ISMS manager, from seven days with top management', async () => {
    await handIn(house, handedIn);
    expect(atStage(await view(house.people.ismsManager, handedIn))).toMatchObject({ reviewDue: '2026-04-03' });
    await advance('P11D');
    expect(await deadlineMail(house, chased)).toEqual(
      [
        linesOf('2026-03-16T07:05', `${plan} due in 7 days`, 'owner'),
        linesOf('2026-03-20T07:05', `${plan} due in 3 days`, 'owner'),
        linesOf('2026-03-22T07:05', `${plan} due in 1 day`, 'owner'),
        linesOf('2026-03-23T07:05', `${plan} due today`, 'owner'),
        linesOf('2026-03-24T07:05', `${plan} overdue by 1 day`, 'owner', 'ismsManager'),
        linesOf('2026-03-26T07:05', `${plan} overdue by 3 days`, 'owner', 'ismsManager'),
        linesOf('2026-03-30T06:05', `${plan} overdue by 7 days`, ...escalated),
      ]
        .flat()
        .sort(),
    );
  });

  it('eight in the morning is so also on the day the clocks go forward', async () => {
    expect(await deadlineMail(house, extended)).toEqual(
      [
        linesOf('2026-03-23T07:05', `${plan} due in 7 days`, 'owner'),
        linesOf('2026-03-27T07:05', `${plan} due in 3 days`, 'owner'),
        linesOf('2026-03-29T06:05', `${plan} due in 1 day`, 'owner'),
        linesOf('2026-03-30T06:05', `${plan} due today`, 'owner'),
        linesOf('2026-03-31T06:05', `${plan} overdue by 1 day`, 'owner', 'ismsManager'),
      ]
        .flat()
        .sort(),
    );
  });

  it('what is handed in is not chased: now the lead auditor is reminded of the review', async () => {
    const afterwards = (await deadlineMail(house, handedIn)).slice(2);
    expect(afterwards).toEqual([
      ...linesOf('2026-03-27T07:05', `${review} due in 7 days`, 'leadAuditor'),
      ...linesOf('2026-03-31T06:05', `${review} due in 3 days`, 'leadAuditor'),
    ]);
  });

  it('two weeks in which the system was stopped are made up for, each notice once', async () => {
    const before = { chased: await deadlineMail(house, chased), handedIn: await deadlineMail(house, handedIn) };
    house = await house.reopen('2026-04-14T06:30:00.000Z');
    const at = '2026-04-14T06:30';
    const missed = async (finding: keyof typeof before) => {
      const mail = await deadlineMail(house, { chased, handedIn }[finding]);
      expect(mail.slice(0, before[finding].length)).toEqual(before[finding]);
      return mail.slice(before[finding].length);
    };
    const ofPlan = [
      ...linesOf(at, `${plan} overdue by 14 days`, ...escalated),
      ...linesOf(at, `${plan} overdue by 21 days`, ...escalated),
    ].sort();
    const ofReview = [
      linesOf(at, `${review} due in 1 day`, 'leadAuditor'),
      linesOf(at, `${review} due today`, 'leadAuditor'),
      linesOf(at, `${review} overdue by 1 day`, 'leadAuditor', 'ismsManager'),
      linesOf(at, `${review} overdue by 3 days`, 'leadAuditor', 'ismsManager'),
      linesOf(at, `${review} overdue by 7 days`, 'leadAuditor', 'ismsManager', 'topManagement'),
    ]
      .flat()
      .sort();
    expect(await missed('chased')).toEqual(ofPlan);
    expect(await missed('handedIn')).toEqual(ofReview);
    await advance('PT3H');
    expect(await missed('chased')).toEqual(ofPlan);
    expect(await missed('handedIn')).toEqual(ofReview);
    expect(house.faults).toEqual([]);
  });
});

describe('the sweep', () => {
  const ports = watchPorts();
  const firstDue = '2026-03-23';
  let house: House;
  let findings: string[];
  /** Days overdue, of the notice that was sent last; from 7 on there is one every seven days. */
  let overdue = 7;

  const sweepOn = (date: string, watch?: Watch): Promise<unknown> => {
    ports.at(`${date}T07:30:00.000Z`);
    return ports.sweep(house.system, watch);
  };
  /** On to the day of the next notice; nothing falls on the days before it, which count as swept. */
  const nextDay = async (): Promise<string> => {
    overdue += 7;
    const day = addDays(firstDue, overdue);
    await house.system.store.due.setSweptUntil(addDays(day, -1));
    return day;
  };
  const mailOfToday = async (finding: string): Promise<string[]> =>
    (await mailOn(house, finding))
      .filter(({ reference }: Mailed) => reference.includes(`#${firstDue}#${overdue}#`))
      .map(({ to }) => to)
      .sort();
  const expectEachOnce = async (because: string): Promise<void> => {
    await house.system.settled();
    for (const finding of findings)
      expect([because, await mailOfToday(finding)]).toEqual([because, ['ismsManager', 'owner', 'topManagement']]);
  };
  const callsOf = async (date: string): Promise<string[]> => {
    const calls: string[] = [];
    await sweepOn(date, (call, make) => {
      calls.push(call);
      return make();
    });
    return calls;
  };

  beforeAll(async () => {
    house = await openHouse({ around: ports.around });
    await openAudit(house.people.ismsManager, audit);
    findings = [await issue(house, audit, 'NC-1'), await issue(house, audit, 'NC-2')];
    await sweepOn(addDays(firstDue, overdue));
    await expectEachOnce('swept');
  }, 60_000);
  afterAll(() => house.close());

  it('run again, or many times at once, doubles nothing', async () => {
    const day = await nextDay();
    await Promise.all([sweepOn(day), sweepOn(day), sweepOn(day), sweepOn(day)]);
    await expectEachOnce('at once');
    await sweepOn(day);
    await expectEachOnce('again');
  });

  /** Fails at its `n`th call, and at every later one too where all is over then. */
  const dieAt = (n: number, allOver: boolean) => {
    let calls = 0;
    const watch: Watch = (call, make) => {
      calls += 1;
      if (calls === n || (allOver && calls > n)) throw new Error(`died at ${call}`);
      return make();
    };
    return { watch, reached: () => calls >= n };
  };

  it.each([
    ['dies at any of its calls', true],
    ['fails at any one of its calls and goes on', false],
  ])(
    'that %s loses nothing and doubles nothing',
    async (_how, allOver) => {
      for (let n = 1; ; n += 1) {
        const day = await nextDay();
        const { watch, reached } = dieAt(n, allOver);
        const outcome = await sweepOn(day, watch).then(
          () => 'swept',
          () => 'died',
        );
        expect([n, outcome]).toEqual([n, reached() ? 'died' : 'swept']);
        if (outcome === 'died') await sweepOn(day);
        await expectEachOnce(`${outcome} at call ${n}`);
        // The swept day and each of four parts of three days; three calls for each finding; the day swept.
        if (outcome === 'swept') return expect(n - 1).toBe(1 + 3 * 4 + 3 * findings.length + 1);
      }
    },
    60_000,
  );

  it('without anything due reads the due index and nothing else, however many findings are open', async () => {
    const reads = (days: number) => ['due.sweptUntil', ...Array.from({ length: 4 * days }, () => 'due.on')];
    const day = addDays(firstDue, overdue + 1);
    expect(await callsOf(day)).toEqual([...reads(3), 'due.setSweptUntil']);
    expect(await callsOf(day)).toEqual(reads(1));
    for (const number of ['NC-3', 'NC-4', 'NC-5', 'NC-6', 'NC-7', 'NC-8']) await issue(house, audit, number);
    const next = addDays(day, 1);
    expect(await callsOf(next)).toEqual([...reads(3), 'due.setSweptUntil']);
    expect(await callsOf(next)).toEqual(reads(1));
    expect(house.faults).toEqual([]);
  });
});

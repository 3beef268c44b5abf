import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { sample } from '#local/sample/people.ts';
import { give, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { digestsIn, noticesOn } from './life-looks.ts';
import { type Watch, watchPorts } from './life-ports.ts';

const audit = '2026-surveillance';

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
    const { due } = house.system.store;
    await due.setSweptUntil(addDays(day, -1), await due.sweptUntil());
    return day;
  };
  const toldToday = async (finding: string): Promise<string[]> =>
    (await noticesOn(house, finding))
      .filter(({ key, status }) => key.includes(`#${firstDue}#${overdue}#`) && status === 'sent')
      .map(({ to }) => to)
      .sort();
  const expectEachOnce = async (because: string): Promise<void> => {
    await house.system.settled();
    for (const finding of findings)
      expect([because, await toldToday(finding)]).toEqual([because, ['ismsManager', 'owner', 'topManagement']]);
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
    const before = (await digestsIn(house)).length;
    await Promise.all([sweepOn(day), sweepOn(day), sweepOn(day), sweepOn(day)]);
    await expectEachOnce('at once');
    await sweepOn(day);
    await expectEachOnce('again');
    const digests = (await digestsIn(house)).slice(before);
    expect(digests.map(({ to }) => to).sort()).toEqual(['ismsManager', 'owner', 'topManagement']);
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
        // The swept day and each of four parts of three days; the people; of each finding itself, its lines for three
        // readers, and that it moves on; the digests that are due, on the bus; the day swept.
        if (outcome === 'swept') return expect(n - 1).toBe(1 + 3 * 4 + 1 + 5 * findings.length + 2 + 1);
      }
    },
    120_000,
  );

  it('without anything due reads the due index and nothing else, however many findings are open', async () => {
    const reads = (days: number) => [
      'due.sweptUntil',
      ...Array.from({ length: 4 * days }, () => 'due.on'),
      'digests.due',
    ];
    const day = addDays(firstDue, overdue + 1);
    expect(await callsOf(day)).toEqual([...reads(3), 'due.setSweptUntil']);
    expect(await callsOf(day)).toEqual(reads(1));
    for (const number of ['NC-3', 'NC-4', 'NC-5', 'NC-6', 'NC-7', 'NC-8']) await issue(house, audit, number);
    const next = addDays(day, 1);
    expect(await callsOf(next)).toEqual([...reads(3), 'due.setSweptUntil']);
    expect(await callsOf(next)).toEqual(reads(1));
    expect(house.faults).toEqual([]);
  });

  it('has a day swept again for a finding whose event came late', async () => {
    const { store } = house.system;
    const [finding = ''] = findings;
    const head = await store.register.head(finding);
    const swept = await store.due.sweptUntil();
    if (!head || swept === undefined) throw new Error('nothing was swept');
    // Three days after the notice was due, as if the cursor had gone by it.
    overdue += 7;
    const day = addDays(firstDue, overdue);
    await store.due.setSweptUntil(addDays(day, 3), swept);
    ports.at(`${addDays(day, 3)}T07:30:00.000Z`);
    await give(house, house.people.ismsManager, finding, 'assign', { owner: sample.secondOwner.email });
    expect(await store.due.sweptUntil()).toBe(addDays(day, -1));
    await sweepOn(addDays(day, 3));
    await house.system.settled();
    expect(await toldToday(finding)).toEqual(['ismsManager', 'secondOwner', 'topManagement']);
  });
});

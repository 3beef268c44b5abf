import './quiet.ts';
import { copyFileSync, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleOrganization } from '#local/organization.ts';
import { type LocalSystem, openSystem } from '#local/system.ts';
import { createLife, finding, standing } from './crash-life.ts';
import { createMortal, type Mortal, type Point, pointsOf } from './crash-points.ts';
import { openTables, type Table } from './crash-table.ts';
import { newFolder, start } from './house.ts';

const tables = await openTables();
afterAll(tables.close);

const openOn = (table: Table, data: string, faults: string[], mortal?: Mortal): Promise<LocalSystem> =>
  openSystem({
    data,
    table,
    clock: start,
    settings: exampleOrganization,
    onFault: (what, fault) => faults.push(`${what}: ${String(fault)}`),
    around: mortal?.around,
  });

/** What a kill leaves of the database: its file and its log, as they are in this moment. */
const leave = (from: string, to: string): void => {
  for (const name of ['local.sqlite', 'local.sqlite-wal'])
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
};

/** The life without a kill; or killed at the point, taken over by a new process, and gone on with. */
const liveThrough = async (point?: Point) => {
  const table = await tables.newTable();
  const [before, after] = [await newFolder(), await newFolder()];
  const faults: string[] = [];
  const life = createLife();
  const mortal = createMortal(point, () => leave(before, after));
  const first = await openOn(table, before, faults, mortal);
  const whole = first.recover().then(() => life.live(first, mortal.isDead));
  let last = first;
  if (point) {
    await Promise.race([mortal.died, whole]);
    if (!mortal.isDead()) throw new Error('the point was never reached');
    await mortal.died;
    first.engine.close();
    last = await openOn(table, after, faults);
    await last.recover();
    await life.live(last);
  } else {
    await whole;
  }
  const end = await standing(last);
  const wait = await last.store.waits.get({ kind: 'finding', finding });
  const answered = wait && (await last.engine.resume(wait.token, { step: 'withdrawn' }));
  await last.close();
  await Promise.all([before, after].map((folder) => rm(folder, { recursive: true, force: true })));
  return { end, faults, answered, calls: mortal.calls };
};

const unharmed = await liveThrough();
const points = pointsOf(unharmed.calls);
const nameOf = ({ when, call, nth }: Point): string => `${when} ${call} (${nth})`;

describe('a life without a kill', () => {
  it('goes from the opened audit to the awaited correction', () => {
    const { trails, wait, executions, outbox, notices } = unharmed.end;
    const types = ['issued', 'submitted', 'found-complete', 'accepted'];
    expect(trails.map((events) => events.map(({ type }) => type))).toEqual([['audit-opened'], types]);
    expect(wait).toEqual({ step: 'correction.awaiting', epoch: 1 });
    expect(executions).toEqual([{ name: `nc-${finding}-e1`, status: 'RUNNING', currentState: 'Await correction' }]);
    expect(outbox).toEqual([]);
    expect(notices.map(({ kind, status }) => [kind, status])).toEqual([
      ['issued', 'sent'],
      ['found-complete', 'sent'],
      ['accepted', 'sent'],
    ]);
    expect(unharmed).toMatchObject({ faults: [], answered: 'resumed', end: { broken: [undefined, undefined] } });
  });

  it('has at least 60 points to be killed at, every effect among them', () => {
    expect(points.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(unharmed.calls)]).toEqual(
      expect.arrayContaining([
        ...['audits.append', 'findings.append', 'contents.put', 'register.raise', 'register.raiseAudit'],
        ...['workflows.start', 'workflows.resume', 'waits.put', 'bus.publish', 'findings.relayed', 'audits.relayed'],
        ...['notices.claim', 'mail.send', 'notices.markSent', 'due.setSweptUntil'],
      ]),
    );
  });
});

describe(`killed at every one of ${points.length} points and started again, it ends as without the kill`, () => {
  it.each(points.map((point) => [nameOf(point), point] as const))('%s', async (_name, point) => {
    const { end, faults, answered } = await liveThrough(point);
    const { mail, ...rest } = end;
    const { mail: expected, ...unharmedRest } = unharmed.end;
    expect(rest).toEqual(unharmedRest);
    expect(faults).toEqual([]);
    expect(answered).toBe('resumed');
    // Sent and not marked: the one moment after which mail goes out again.
    const isTwice = nameOf(point).match(/^after mail\.send|^before notices\.markSent/) !== null;
    expect(Object.keys(mail)).toEqual(Object.keys(expected));
    const copies = Object.values(mail).reduce((sum, count) => sum + count, 0) - Object.keys(expected).length;
    expect(copies).toBe(isTwice ? 1 : 0);
  });
});

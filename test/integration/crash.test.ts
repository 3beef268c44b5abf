import { afterAll, describe, expect, it } from 'vitest';
import { decidedSteps, finding } from './crash-life.ts';
import { type Point, pointsOf } from './crash-points.ts';
import { openTables } from './crash-table.ts';
import { liveThrough, nameOf } from './crash-through.ts';

const tables = await openTables();
afterAll(tables.close);

const live = (point?: Point) => liveThrough(tables, decidedSteps, point);
const unharmed = await live();
const points = pointsOf(unharmed.calls);

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
      ['submitted', 'sent'],
      ['found-complete', 'sent'],
      ['accepted', 'sent'],
      ['accepted', 'sent'],
    ]);
    expect(unharmed).toMatchObject({ faults: [], answered: 'resumed', end: { broken: [undefined, undefined] } });
  });

  it('has at least 45 points to be killed at, every effect among them', () => {
    expect(points.length).toBeGreaterThanOrEqual(45);
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
    const { end, faults, answered } = await live(point);
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

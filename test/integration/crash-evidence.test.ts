import { afterAll, describe, expect, it } from 'vitest';
import { uploadSteps } from './crash-life.ts';
import { type Point, pointsOf } from './crash-points.ts';
import { openTables } from './crash-table.ts';
import { liveThrough, nameOf } from './crash-through.ts';

const tables = await openTables();
afterAll(tables.close);

const live = (point?: Point) => liveThrough(tables, uploadSteps, point);
const unharmed = await live();

/** What the relay of a command does has its own test: here, what becomes of files. */
const ofFiles = /^(evidence|vault|files)\./;
const firstUpload = unharmed.calls.indexOf('evidence.add');
const appeal = unharmed.calls.lastIndexOf('findings.append');
const points = pointsOf(unharmed.calls, firstUpload).filter(({ call, nth }) => {
  const index = unharmed.calls.flatMap((each, i) => (each === call ? [i] : []))[nth - 1] ?? 0;
  return index < appeal || ofFiles.test(call) || call === 'bus.publish';
});

describe('uploads without a kill', () => {
  it('end as evidence on hold, and as a refused file whose uploader was told', () => {
    expect(unharmed.end.files).toEqual([
      expect.objectContaining({ fileName: 'eicar.txt', status: 'quarantined', announced: 'quarantined' }),
      expect.objectContaining({
        fileName: 'restore-log.txt',
        status: 'registered',
        announced: 'registered',
        kept: { hold: true, retainUntil: '2032-03-09T23:00:00.000Z', said: '2032-03-09T23:00:00.000Z' },
      }),
    ]);
    expect(unharmed.end.notices.filter(({ kind }) => kind === 'file')).toMatchObject([{ status: 'sent' }]);
    expect(unharmed).toMatchObject({ faults: [], answered: 'resumed' });
  });

  it('have every effect among the points to be killed at', () => {
    expect([...new Set(points.map(({ call }) => call))]).toEqual(
      expect.arrayContaining([
        ...['evidence.add', 'evidence.settle', 'evidence.markAnnounced', 'vault.keep', 'vault.setHold'],
        ...['bus.publish', 'notices.claim', 'mail.send', 'notices.markSent'],
      ]),
    );
  });
});

describe(`killed at every one of ${points.length} points and started again, uploads end as without the kill`, () => {
  it.each(points.map((point) => [nameOf(point), point] as const))('%s', async (_name, point) => {
    const { end, faults } = await live(point);
    const { mail, ...rest } = end;
    const { mail: expected, ...unharmedRest } = unharmed.end;
    expect(rest).toEqual(unharmedRest);
    expect(faults).toEqual([]);
    expect(Object.keys(mail)).toEqual(Object.keys(expected));
  });
});

import { describe, expect, it } from 'vitest';
import { vaultFile } from '../../../test/builders/pack.ts';
import type { EvidenceRecord } from '../evidence/evidence.ts';
import { checkRecords, readRecords } from './check-records.ts';
import { listingOf } from './listing.ts';
import type { PackedFile } from './manifest.ts';
import { packedRecord } from './packed-record.ts';

const folder = 'findings/x/evidence/';
const path = `${folder}plan/c1-r1/minutes.txt`;
const { record } = vaultFile('minutes', 'ok');
const file: PackedFile = { path, size: record.size, sha256: record.sha256, versionId: record.kept?.versionId };

const fault = (records: readonly ReturnType<typeof packedRecord>[], files: readonly PackedFile[]) =>
  checkRecords('evidence.json', records, listingOf({ files: [...files] }), folder);
const packed = (change: Partial<EvidenceRecord> = {}, at: string | undefined = path) =>
  packedRecord({ ...record, ...change }, at);
const none = undefined;

describe('records and files', () => {
  it('fit each other', () => {
    expect(fault([packed()], [file])).toBeUndefined();
    const refused = packedRecord({ ...record, id: 'refused', status: 'quarantined', reason: 'Too small.' }, none);
    expect(fault([packed(), refused], [file])).toBeUndefined();
  });

  it.each<[string, Parameters<typeof fault>, string]>([
    ['a registered file is missing', [[packed()], []], 'evidence.json#minutes'],
    ['a registered file has no path', [[packedRecord(record, none)], [file]], 'evidence.json#minutes'],
    [
      'a file is not in the folder of evidence',
      [[packed({}, 'README.txt')], [{ ...file, path: 'README.txt' }]],
      'evidence.json#minutes',
    ],
    ['a file has another size', [[packed()], [{ ...file, size: 3 }]], 'evidence.json#minutes'],
    ['a file has another hash', [[packed({ sha256: 'b'.repeat(64) })], [file]], 'evidence.json#minutes'],
    ['a file is of another version', [[packed()], [{ ...file, versionId: 'other' }]], 'evidence.json#minutes'],
    [
      'a file is of no version',
      [[packed()], [{ path, size: file.size, sha256: file.sha256 }]],
      'evidence.json#minutes',
    ],
    ['what was quarantined is contained', [[packed({ status: 'quarantined' })], [file]], 'evidence.json#minutes'],
    ['two records speak of one file', [[packed(), packed({ id: 'other' })], [file]], 'evidence.json'],
    [
      'a record is there twice',
      [
        [packed({ status: 'held' }, none), packed()].map((each) => ({
          ...each,
          path: each.status === 'held' ? none : path,
        })),
        [file],
      ],
      'evidence.json',
    ],
    [
      'no record speaks of a file',
      [[packed()], [file, { ...file, path: `${folder}unnamed/x.txt` }]],
      `${folder}unnamed/x.txt`,
    ],
  ])('do not fit where %s', (_what, given, where) => {
    expect(fault(...given)?.where).toBe(where);
  });

  it('are told from what are no records', () => {
    expect(readRecords([packed()])).toHaveLength(1);
    for (const value of [undefined, {}, [null], [1], [{ id: 'x' }], 'text']) expect(readRecords(value)).toBeUndefined();
  });

  it('say nothing of intake and announcements', () => {
    expect(Object.keys(packedRecord({ ...record, parts: 'p', announced: 'registered' }, path))).not.toEqual(
      expect.arrayContaining(['key']),
    );
    const shown = packedRecord({ ...record, parts: 'p', announced: 'registered' }, path);
    for (const field of ['key', 'parts', 'announced']) expect(shown).not.toHaveProperty(field);
  });
});

import { describe, expect, it } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import { aNonconformity, findingId, type Life } from '../../../test/builders/finding.ts';
import { handInWith, hashOf, refTo, sealed, type VaultFile, vaultFile } from '../../../test/builders/pack.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { checkFinding, type FindingParts } from './check-finding.ts';
import { findingFolder, inFolder, statedState } from './format.ts';
import { listingOf } from './listing.ts';
import { packedRecord } from './packed-record.ts';

const folder = inFolder(findingFolder(findingId));
const submissionPath = `${folder.submissions}plan-c1-r1.json`;
const document = vaultFile('document', 'ok');
const plan = completeSubmission('plan', { evidence: [refTo(document)] });

const pathOf = ({ record }: VaultFile): string => `${folder.evidence}unnamed/${record.fileName}`;
const packedFile = (file: VaultFile) => {
  const { size, sha256, kept } = file.record;
  return { path: pathOf(file), size, sha256, versionId: kept?.versionId };
};

/** What a pack would hold of this life with these files. */
const partsOf = (life: Life, files: readonly VaultFile[], change: Partial<FindingParts> = {}): FindingParts => {
  const events = sealed(life.events);
  const content = JSON.stringify(plan);
  const submission = { path: submissionPath, size: content.length, sha256: hashOf(Buffer.from(content)) };
  return {
    stated: {
      id: findingId,
      events: events.length,
      lastHash: events.at(-1)?.hash ?? '',
      ...statedState(life.finding()),
    },
    audit: undefined,
    folder,
    files: listingOf({ files: [submission, ...files.map(packedFile)] }),
    events: JSON.parse(JSON.stringify(events)),
    records: files.map((file) => packedRecord(file.record, pathOf(file))),
    submissions: new Map([[submissionPath, plan]]),
    ...change,
  };
};
const complete = handInWith(aNonconformity(), plan, [document]);

describe('what submissions and decisions name', () => {
  it('fits where it is registered with the hash that is given', () => {
    expect(checkFinding(partsOf(complete, [document]), digest)).toBeUndefined();
  });

  it('must be registered where the submission was found complete', () => {
    expect(checkFinding(partsOf(complete, []), digest)).toEqual({
      where: `${submissionPath}#evidence[0]`,
      what: 'The evidence document it names is not registered.',
    });
    const held = { ...document.record, status: 'held' as const };
    const records = [packedRecord(held, undefined)];
    const files = partsOf(complete, []).files;
    expect(checkFinding(partsOf(complete, [], { records, files }), digest)?.where).toBe(
      `${submissionPath}#evidence[0]`,
    );
  });

  it('must have the hash that is given', () => {
    const other = vaultFile('document', 'other');
    expect(checkFinding(partsOf(complete, [other]), digest)).toEqual({
      where: `${submissionPath}#evidence[0]`,
      what: 'document.txt is not the file whose hash it gives.',
    });
  });

  it('may be missing or another where the submission was not found complete', () => {
    const incomplete = handInWith(aNonconformity(), plan, []);
    expect(checkFinding(partsOf(incomplete, []), digest)).toBeUndefined();
    expect(checkFinding(partsOf(incomplete, [vaultFile('document', 'other')]), digest)).toBeUndefined();
  });

  it('is held against the document behind a transcribed decision too', () => {
    const letter = vaultFile('cb-letter', 'accepted');
    const transcription = { decidedBy: 'Dora', decidedOn: '2026-03-10', document: letter.record.id };
    const life = handInWith(aNonconformity(), plan, [document]);
    const given = life.give(
      'accept',
      cast.ismsManager,
      { means: 'documents', transcription },
      { transcribing: { document: letter.record, names: {} } },
    );
    expect(given.ok).toBe(true);
    expect(checkFinding(partsOf(life, [document, letter]), digest)).toBeUndefined();
    expect(checkFinding(partsOf(life, [document]), digest)?.where).toBe(`${folder.events}#4`);
    expect(checkFinding(partsOf(life, [document, vaultFile('cb-letter', 'no')]), digest)?.where).toBe(
      `${folder.events}#4`,
    );
  });
});

it('the events must be of the finding, and the finding of the audit', () => {
  const { audit } = complete.finding().facts;
  expect(checkFinding(partsOf(complete, [document], { audit }), digest)).toBeUndefined();
  expect(checkFinding(partsOf(complete, [document], { audit: 'another' }), digest)?.where).toBe(folder.events);
  const parts = partsOf(complete, [document]);
  expect(checkFinding({ ...parts, stated: { ...parts.stated, id: 'another' } }, digest)?.where).toBe(folder.events);
});

it('the state that is stated must be the one that the events lead to', () => {
  const parts = partsOf(complete, [document]);
  for (const change of [
    { status: 'closed' },
    { round: 2 },
    { events: 2 },
    { lastHash: 'a'.repeat(64) },
    { number: 'X' },
  ] as const)
    expect(checkFinding({ ...parts, stated: { ...parts.stated, ...change } }, digest)).toEqual({
      where: `${folder.events}#3`,
      what: expect.stringContaining('states'),
    });
});

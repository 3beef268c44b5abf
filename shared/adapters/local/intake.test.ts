import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { IntakeFault, type PartTerms, type UploadTerms } from '#ports/evidence.ts';
import { createIntake, type Intake, type IntakeOptions, type UploadForm } from './intake.ts';
import type { PartUpload } from './parts.ts';
import { createVirtualClock } from './virtual-clock.ts';

const clock = createVirtualClock('2026-03-09T08:00:00Z');
const bytes = Buffer.from('evidence');
const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const terms: UploadTerms = {
  key: 'evidence/1/2',
  type: 'text/plain',
  size: bytes.length,
  sha256: sha256Of(bytes),
  expiresInSeconds: 300,
};

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};
const open = (folder: string, onArrived?: IntakeOptions['onArrived']) =>
  createIntake({
    folder,
    clock,
    uploadUrl: () => 'http://127.0.0.1:8080/local/upload',
    partUrl: () => 'http://127.0.0.1:8080/local/upload/parts',
    onArrived,
  });
const newIntake = () => open(newFolder());

const codeOf = async (intake: Intake, form: UploadForm) => {
  const result = await intake.accept(form);
  return result.ok ? 'taken' : result.refusals[0]?.code;
};
const uploaded = async (intake: Intake, key: string) => {
  const { fields } = await intake.grantUpload({ ...terms, key });
  expect(await codeOf(intake, { fields, file: bytes })).toBe('taken');
};
const contentOf = async (intake: Intake, key: string) => {
  const stored = await intake.look(key);
  return stored && buffer(intake.stream({ key, version: stored.version }));
};
const bodiesIn = (folder: string) => readdirSync(join(folder, 'bodies'));

describe('the intake', () => {
  it('names the place to post to, and the terms', async () => {
    const grant = await (await newIntake()).grantUpload(terms);
    expect(grant.url).toBe('http://127.0.0.1:8080/local/upload');
    expect(grant.expiresAt).toBe('2026-03-09T08:05:00.000Z');
    expect(grant.fields).toMatchObject({ key: terms.key, 'Content-Type': terms.type });
  });

  it('says what is wrong by the code that S3 gives', async () => {
    const intake = await newIntake();
    const { fields } = await intake.grantUpload(terms);
    expect(await codeOf(intake, { fields, file: bytes.subarray(1) })).toBe('entity-too-small');
    expect(await codeOf(intake, { fields, file: Buffer.concat([bytes, bytes]) })).toBe('entity-too-large');
    expect(await codeOf(intake, { fields, file: Buffer.from('Evidence') })).toBe('bad-digest');
    expect(await codeOf(intake, { fields: { ...fields, key: 'evidence/1/3' }, file: bytes })).toBe('access-denied');
    expect(await codeOf(intake, { fields: { ...fields, acl: 'public-read' }, file: bytes })).toBe('access-denied');
    expect(await codeOf(intake, { fields: {}, file: bytes })).toBe('access-denied');
    expect(await codeOf(intake, { fields, file: bytes })).toBe('taken');
  });

  it('takes a file once for each grant', async () => {
    const intake = await newIntake();
    const { fields } = await intake.grantUpload(terms);
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(intake, { fields, file: bytes })));
    expect(codes.toSorted()).toEqual(['precondition-failed', 'precondition-failed', 'taken']);
    expect(await codeOf(intake, { fields, file: bytes })).toBe('precondition-failed');
    expect(await contentOf(intake, terms.key)).toEqual(bytes);
  });

  it('reads a stream no further than was granted', async () => {
    const intake = await newIntake();
    let sent = 0;
    const endless = Readable.from(
      (async function* () {
        for (;;) {
          sent += 1;
          yield bytes;
        }
      })(),
      { highWaterMark: 1 },
    );
    const { fields } = await intake.grantUpload(terms);
    expect(await codeOf(intake, { fields, file: endless })).toBe('entity-too-large');
    expect(sent).toBeLessThan(10);
    expect(endless.destroyed).toBe(true);
  });

  it('keeps every file inside its folder, whatever the key', async () => {
    const folder = newFolder();
    const intake = await open(folder);
    for (const key of ['../../../../tmp/outside', 'long/'.repeat(200)]) {
      await uploaded(intake, key);
      expect(await intake.look(key)).toMatchObject({ size: bytes.length, type: 'text/plain', sha256: terms.sha256 });
    }
    expect(bodiesIn(folder)).toHaveLength(2);
    const version = '../../../grant-secret';
    await expect(intake.read({ key: terms.key, version }, 0)).rejects.toBeInstanceOf(IntakeFault);
  });

  it('knows its files and its grants after a restart, and throws away what was arriving', async () => {
    const folder = newFolder();
    const before = await open(folder);
    await uploaded(before, terms.key);
    const later = await before.grantUpload({ ...terms, key: 'evidence/1/3' });
    writeFileSync(join(folder, 'arriving', 'half'), 'evi');
    const after = await open(folder);
    expect(await after.look(terms.key)).toMatchObject({ sha256: terms.sha256 });
    expect(await codeOf(after, { fields: later.fields, file: bytes })).toBe('taken');
    expect(readdirSync(join(folder, 'arriving'))).toEqual([]);
  });

  it('leaves nothing of what it refuses, or of what broke off', async () => {
    const folder = newFolder();
    const intake = await open(folder);
    const { fields } = await intake.grantUpload(terms);
    const broken = async function* () {
      yield bytes.subarray(0, 3);
      throw new Error('the line is dead');
    };
    await expect(intake.accept({ fields, file: broken() })).rejects.toBeInstanceOf(IntakeFault);
    expect(await codeOf(intake, { fields, file: Buffer.from('Evidence') })).toBe('bad-digest');
    expect([...readdirSync(join(folder, 'arriving')), ...bodiesIn(folder)]).toEqual([]);
  });

  it('signs with a secret of its own that nobody else may read', async () => {
    const folder = newFolder();
    const { fields } = await (await newIntake()).grantUpload(terms);
    expect(await codeOf(await open(folder), { fields, file: bytes })).toBe('access-denied');
    expect(statSync(join(folder, 'grant-secret')).mode & 0o777).toBe(0o600);
  });
});

describe('the arrival of a file', () => {
  it('is told once the file is there, and awaited', async () => {
    const seen: unknown[] = [];
    const intake = await open(newFolder(), async (key) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen.push(key, (await intake.look(key))?.sha256);
    });
    const { fields } = await intake.grantUpload(terms);
    expect(await codeOf(intake, { fields, file: bytes.subarray(1) })).toBe('entity-too-small');
    expect(seen).toEqual([]);
    expect(await codeOf(intake, { fields, file: bytes })).toBe('taken');
    expect(seen).toEqual([terms.key, terms.sha256]);
    expect(await codeOf(intake, { fields, file: bytes })).toBe('precondition-failed');
    expect(seen).toHaveLength(2);
  });

  it('can be asked for afterwards, with its time', async () => {
    const intake = await newIntake();
    const arrivedAt = clock.now();
    await uploaded(intake, 'evidence/1/2');
    clock.advance('P1D');
    await uploaded(intake, 'evidence/1/3');
    await intake.beginParts({ key: 'evidence/1/4', type: 'text/plain' });
    const arrivals = (await intake.arrivals()).toSorted((a, b) => a.key.localeCompare(b.key));
    expect(arrivals).toEqual([
      { key: 'evidence/1/2', at: arrivedAt, complete: true },
      { key: 'evidence/1/3', at: clock.now(), complete: true },
      { key: 'evidence/1/4', at: clock.now(), complete: false },
    ]);
  });

  it('is over when the file is removed, with all that came for it', async () => {
    const folder = newFolder();
    const intake = await open(folder);
    await uploaded(intake, 'evidence/1/2');
    await uploaded(intake, 'evidence/1/2');
    await uploaded(intake, 'evidence/1/3');
    const parts = await intake.beginParts({ key: 'evidence/1/2', type: 'text/plain' });
    await put(intake, { key: 'evidence/1/2', parts });
    expect(bodiesIn(folder)).toHaveLength(4);
    await intake.remove('evidence/1/2');
    await intake.remove('evidence/1/2');
    expect((await intake.arrivals()).map(({ key }) => key)).toEqual(['evidence/1/3']);
    expect(await intake.look('evidence/1/2')).toBeUndefined();
    expect(await contentOf(intake, 'evidence/1/3')).toEqual(bytes);
    expect(bodiesIn(folder)).toHaveLength(1);
  });
});

const partOf = async (intake: Intake, more: Partial<PartTerms>): Promise<PartUpload> => {
  const part = { key: 'evidence/1/2', parts: '', number: 1, size: bytes.length, sha256: terms.sha256 };
  const { url, headers } = await intake.grantPart({ ...part, expiresInSeconds: 300, ...more });
  return { query: Object.fromEntries(new URL(url).searchParams), headers, content: bytes };
};
const answerTo = async (intake: Intake, upload: PartUpload) => {
  const result = await intake.acceptPart(upload);
  return result.ok ? 'taken' : result.refusals[0]?.code;
};
const put = async (intake: Intake, more: Partial<PartTerms>) =>
  expect(await answerTo(intake, await partOf(intake, more))).toBe('taken');

describe('an upload in parts', () => {
  const begun = async () => {
    const folder = newFolder();
    const arrived: string[] = [];
    const intake = await open(folder, async (key) => {
      arrived.push(key);
    });
    const parts = await intake.beginParts({ key: terms.key, type: 'text/plain' });
    return { folder, intake, parts, arrived };
  };

  it('says what is wrong with a part by the code that S3 gives', async () => {
    const { intake, parts } = await begun();
    const part = await partOf(intake, { parts });
    const wrong = async (more: Partial<PartUpload>) => answerTo(intake, { ...part, ...more });
    expect(await wrong({ content: bytes.subarray(1) })).toBe('entity-too-small');
    expect(await wrong({ content: Buffer.concat([bytes, bytes]) })).toBe('entity-too-large');
    expect(await wrong({ content: Buffer.from('Evidence') })).toBe('bad-digest');
    expect(await wrong({ headers: {} })).toBe('access-denied');
    expect(await wrong({ headers: { ...part.headers, 'content-length': '7' } })).toBe('entity-too-small');
    expect(await wrong({ headers: { ...part.headers, 'content-length': '9' } })).toBe('entity-too-large');
    expect(await wrong({ query: {} })).toBe('access-denied');
    expect(await wrong({})).toBe('taken');
    expect(await answerTo(intake, await partOf(intake, { parts: 'none' }))).toBe('no-such-upload');
  });

  it('takes a part once for each grant, and none by the grant of a form', async () => {
    const { intake, parts } = await begun();
    const part = await partOf(intake, { parts });
    const codes = await Promise.all([1, 2, 3].map(() => answerTo(intake, part)));
    expect(codes.toSorted()).toEqual(['precondition-failed', 'precondition-failed', 'taken']);
    expect(await answerTo(intake, part)).toBe('precondition-failed');
    const { fields } = await intake.grantUpload(terms);
    const query = { policy: fields.Policy, signature: fields['X-Amz-Signature'] };
    expect(await answerTo(intake, { ...part, query })).toBe('access-denied');
    const form = { ...fields, Policy: part.query.policy ?? '', 'X-Amz-Signature': part.query.signature ?? '' };
    expect(await codeOf(intake, { fields: form, file: bytes })).toBe('access-denied');
  });

  it('does not let an earlier grant bring back an earlier part', async () => {
    const { intake, parts } = await begun();
    const early = await partOf(intake, { parts });
    expect(await answerTo(intake, early)).toBe('taken');
    const other = Buffer.from('EVIDENCE');
    const late = await partOf(intake, { parts, sha256: sha256Of(other) });
    expect(await answerTo(intake, { ...late, content: other })).toBe('taken');
    expect(await answerTo(intake, early)).toBe('precondition-failed');
    await intake.completeParts(terms.key, parts);
    expect(await contentOf(intake, terms.key)).toEqual(other);
  });

  it('goes on after a restart, and tells of the file once', async () => {
    const { folder, intake, parts, arrived } = await begun();
    await put(intake, { parts, number: 2 });
    const after = await open(folder, async (key) => {
      arrived.push(key);
    });
    expect(await after.partsOf(terms.key, parts)).toHaveLength(1);
    await put(after, { parts, number: 1 });
    expect(arrived).toEqual([]);
    await Promise.all([after.completeParts(terms.key, parts), after.completeParts(terms.key, parts)]);
    await after.completeParts(terms.key, parts);
    expect(arrived).toEqual([terms.key]);
    expect(await contentOf(after, terms.key)).toEqual(Buffer.concat([bytes, bytes]));
  });

  it('leaves no part behind that was sent twice', async () => {
    const { folder, intake, parts } = await begun();
    await put(intake, { parts });
    await put(intake, { parts });
    expect(bodiesIn(folder)).toHaveLength(2);
    await intake.completeParts(terms.key, parts);
    expect(bodiesIn(folder)).toHaveLength(1);
  });

  it('belongs to its key', async () => {
    const { intake, parts } = await begun();
    await put(intake, { parts });
    expect(await intake.partsOf('evidence/1/3', parts)).toEqual([]);
    await expect(intake.completeParts('evidence/1/3', parts)).rejects.toBeInstanceOf(IntakeFault);
    expect(await answerTo(intake, await partOf(intake, { parts, key: 'evidence/1/3' }))).toBe('no-such-upload');
  });
});

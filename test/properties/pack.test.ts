import { beforeAll, describe, expect, it } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { findingFolder, inFolder, manifestPath, publicKeyPath, signaturePath, unlisted } from '#domain/pack/format.ts';
import { type Sealed, seal } from '#domain/trail/chain.ts';
import { openPack, type Packed } from '#verifier/opened-pack.ts';
import { bufferSource } from '#verifier/source.ts';
import { verifyPack } from '#verifier/verify.ts';
import { aNonconformity } from '../builders/finding.ts';
import { handInWith, madePack, newSigner, refTo, vaultFile } from '../builders/pack.ts';
import {
  type Files,
  fileIn,
  manifestIn,
  relisted,
  repack,
  resigned,
  unpack,
  withFile,
  withManifest,
} from '../builders/repack.ts';
import { completeSubmission } from '../builders/submissions.ts';

/*
 * Every position is flipped, and each flip is a whole verification: the pack is as small as one can be that has all
 * kinds of files. Only the verifier's own file is left out of it, which is checked as any other file is.
 */
const id = 'a_1';
const folder = inFolder(findingFolder(id));
const signer = newSigner();
let pack: Buffer;
let files: Files;
/** Of the same finding a day before: two events, and not yet validated. */
let smallest: Buffer;
let entries: readonly Packed[];

beforeAll(async () => {
  const document = vaultFile('document', 'ok', { aggregate: id });
  const other = vaultFile('unnamed1', 'x', { aggregate: id });
  const submission = completeSubmission('plan', { evidence: [refTo(document)] });
  const life = handInWith(aNonconformity('major', { id }), submission, [document]);
  const material = { findings: { [id]: life.events }, contents: [submission], files: [document, other], signer };
  pack = await madePack(material, { kind: 'finding', aggregate: id });
  files = await unpack(pack);
  const begun = { ...material, findings: { [id]: life.events.slice(0, 2) } };
  smallest = await madePack(begun, { kind: 'finding', aggregate: id });
  ({ entries } = await openPack(bufferSource(smallest)));
});

const verdictOn = (bytes: Buffer, key?: string) => verifyPack(bufferSource(bytes), key);

/** What the verifier names of a pack that must not fit. */
const fault = async (bytes: Buffer, key?: string): Promise<string> => {
  const verdict = await verdictOn(bytes, key);
  if (verdict.ok) throw new Error('the pack fits');
  expect(verdict.failure.what).not.toBe('');
  return verdict.failure.where;
};
const faultIn = async (changed: Files): Promise<string> => fault(await repack(changed));

const entryAt = (at: number): Packed | undefined => entries.find(({ start, size }) => start <= at && at < start + size);

/** Where a flip at this byte must be seen; a flip between the files, wherever the verifier says. */
const placesOf = (at: number): readonly string[] | undefined => {
  const path = entryAt(at)?.path;
  if (path === undefined) return undefined;
  if (path === publicKeyPath) return [publicKeyPath, signaturePath];
  return path === manifestPath ? [signaturePath] : [path];
};

describe('a pack', () => {
  it('fits as it was made, with its own key and with none', async () => {
    expect(await verdictOn(pack)).toMatchObject({ ok: true, events: 3 });
    expect(await verdictOn(smallest)).toMatchObject({ ok: true, events: 2 });
    expect(await verdictOn(pack, await signer.publicKey())).toMatchObject({ ok: true });
    expect(files.map(([path]) => path)).toEqual(
      expect.arrayContaining([folder.events, folder.records, `${folder.submissions}plan-c1-r1.json`]),
    );
  });

  it('does not fit with any one byte changed', async () => {
    const copy = Buffer.from(smallest);
    const missed: string[] = [];
    for (let at = 0; at < smallest.length; at += 1) {
      const byte = smallest[at] ?? 0;
      copy[at] = byte ^ (1 << (at % 8));
      const verdict = await verdictOn(copy);
      const places = placesOf(at);
      const where = verdict.ok ? 'nowhere' : verdict.failure.where;
      if (verdict.ok || (places && !places.includes(where)))
        missed.push(`byte ${at} in ${entryAt(at)?.path}: ${where}`);
      copy[at] = byte;
    }
    expect(missed).toEqual([]);
    expect(copy.equals(smallest)).toBe(true);
  }, 180_000);

  it('does not fit when it is cut off, wherever', async () => {
    for (let length = 0; length < pack.length; length += 29)
      expect((await verdictOn(pack.subarray(0, length))).ok).toBe(false);
    expect(await fault(pack.subarray(0, pack.length - 1))).toBe('ZIP');
  });

  it('does not fit with anything before, between or after', async () => {
    for (const at of [0, 5000, pack.length - 22, pack.length])
      for (const more of [Buffer.from([0]), Buffer.from('PK\u0005\u0006'), pack.subarray(0, 100)])
        expect((await verdictOn(Buffer.concat([pack.subarray(0, at), more, pack.subarray(at)]))).ok).toBe(false);
    expect((await verdictOn(Buffer.concat([pack, pack]))).ok).toBe(false);
  });
});

type Change = (files: Files, at: number) => Files;
const changes: Readonly<Record<string, Change>> = {
  deleted: (all, at) => all.filter((_file, i) => i !== at),
  'there twice': (all, at) => all.flatMap((file, i) => (i === at ? [file, file] : [file])),
  emptied: (all, at) => all.map(([path, bytes], i) => [path, i === at ? Buffer.alloc(0) : bytes]),
  truncated: (all, at) => all.map(([path, bytes], i) => [path, i === at ? bytes.subarray(0, -1) : bytes]),
  'added to': (all, at) =>
    all.map(([path, bytes], i) => [path, i === at ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes]),
  'swapped with the next': (all, at) =>
    all.map(([path, bytes], i) => [
      path,
      i === at ? (all[at + 1]?.[1] ?? Buffer.alloc(0)) : i === at + 1 ? (all[at]?.[1] ?? bytes) : bytes,
    ]),
  'moved back': (all, at) => [
    ...all.slice(0, at),
    ...all.slice(at + 1, at + 2),
    ...all.slice(at, at + 1),
    ...all.slice(at + 2),
  ],
  'given another name': (all, at) => all.map(([path, bytes], i) => [i === at ? `${path}.bak` : path, bytes]),
};
/** Files whose bytes are the same may be swapped: nothing changes. */
const isChanged = (changed: Files): boolean =>
  changed.length !== files.length ||
  changed.some(([path, bytes], i) => path !== files[i]?.[0] || !bytes.equals(files[i][1]));

describe('a pack that was packed again without a flaw', () => {
  it('fits as long as every file is as it was', async () => {
    expect((await repack(files)).equals(pack)).toBe(true);
  });

  it.each(Object.entries(changes))('does not fit with any one file %s', async (_what, change) => {
    for (const at of files.keys()) {
      const changed = change(files, at);
      if (isChanged(changed)) expect(await faultIn(changed)).not.toBe('');
    }
  });

  it.each(Object.entries(changes))('nor when the manifest lists it so: %s', async (_what, change) => {
    for (const [at, [path]] of files.entries()) {
      const changed = change(files, at);
      if (!isChanged(changed) || path === manifestPath || files[at + 1]?.[0] === manifestPath) continue;
      const where = await faultIn(relisted(changed));
      // Without key or signature the signature cannot even be looked at.
      const lacking = [publicKeyPath, signaturePath, ...unlisted];
      expect([signaturePath, ...lacking]).toContain(where);
    }
  });
});

type Trail = Sealed<FindingEvent>[];
const trailIn = (all: Files): Trail => JSON.parse(fileIn(all, folder.events).toString());
const withTrail = (all: Files, trail: Trail): Files => withFile(all, folder.events, Buffer.from(JSON.stringify(trail)));

/** Seals all events anew, as somebody would who knows how. */
const rechained = (events: Trail): Trail => {
  const chain: Trail = [];
  for (const { hash: _hash, prevHash: _prevHash, ...event } of events)
    chain.push(seal(event as FindingEvent, chain.at(-1)?.hash ?? null, digest));
  return chain;
};

/** The manifest states what these events lead to, as far as it can be made to. */
const restated = (all: Files, trail: Trail): Files => {
  const manifest = manifestIn(all);
  const findings = manifest.findings.map((finding) => ({
    ...finding,
    events: trail.length,
    lastHash: trail.at(-1)?.hash ?? '',
  }));
  return withManifest(all, { ...manifest, findings });
};

/** The trail changed, sealed anew, and the manifest adapted; not signed again. */
const forged = (change: (trail: Trail) => unknown): Files => {
  const trail = trailIn(files);
  change(trail);
  const chain = rechained(trail);
  return relisted(restated(withTrail(files, chain), chain));
};

const backdate = (trail: Trail): void => {
  for (const event of trail) if (event.seq === 2) Object.assign(event, { at: '2026-03-01T10:00:00.000Z' });
};

describe('a forged trail', () => {
  it('with all hashes and the manifest made to fit does not fit the signature', async () => {
    expect(await faultIn(forged(backdate))).toBe(signaturePath);
  });

  it('signed by another key fits, and shows another fingerprint; the real key tells it', async () => {
    const real = await verdictOn(pack);
    const bytes = await repack(await resigned(forged(backdate), newSigner()));
    const verdict = await verdictOn(bytes);
    if (!verdict.ok || !real.ok) throw new Error('a pack does not fit');
    expect(verdict.fingerprint).not.toBe(real.fingerprint);
    expect(await fault(bytes, await signer.publicKey())).toBe(publicKeyPath);
  });

  it.each<[string, (trail: Trail) => unknown, string]>([
    ['an event left out', (trail) => trail.splice(1, 1), `${folder.events}#2`],
    ['the last event left out', (trail) => trail.pop(), `${folder.events}#2`],
    ['an event twice', (trail) => trail.splice(1, 0, trail[1] as Trail[number]), `${folder.events}#3`],
    [
      'a state that does not follow',
      (trail) => Object.assign(trail[2]?.state ?? {}, { owner: 'x@example.org' }),
      `${folder.events}#3`,
    ],
    [
      'an event that does not follow',
      (trail) => Object.assign(trail[2] ?? {}, { type: 'accepted' }),
      `${folder.events}#3`,
    ],
    ['no event at all', (trail) => trail.splice(0), manifestPath],
  ])('is told even under another key: %s', async (_what, change, where) => {
    expect(await faultIn(await resigned(forged(change), newSigner()))).toBe(where);
  });

  it('is told under another key where its hashes were not made to fit', async () => {
    const trail = trailIn(files);
    backdate(trail);
    expect(await faultIn(await resigned(withTrail(files, trail), newSigner()))).toBe(`${folder.events}#2`);
  });
});

describe('under another key', () => {
  const submissionPath = `${folder.submissions}plan-c1-r1.json`;
  const documentPath = `${folder.evidence}plan/c1-r1/document.txt`;
  const replaced = (path: string, text: string): Files => withFile(files, path, Buffer.from(text));
  const without = (path: string): Files => files.filter(([name]) => name !== path);

  it.each<[string, () => Files, string]>([
    ['a submission that no event names', () => replaced(submissionPath, '{}'), submissionPath],
    ['a submission left out', () => without(submissionPath), `${folder.events}#2`],
    ['a document that was never registered', () => replaced(documentPath, 'other'), `${folder.records}#document`],
    ['a document left out', () => without(documentPath), `${folder.records}#document`],
    ['records that are none', () => replaced(folder.records, '[1]'), folder.records],
    ['records left out', () => replaced(folder.records, '[]'), `${folder.evidence}plan/c1-r1/document.txt`],
    ['a file that is no JSON', () => replaced(folder.events, '[{'), folder.events],
    ['a file left out that every pack has', () => without(folder.events), folder.events],
    [
      'a stated state that the events do not lead to',
      () => {
        const manifest = manifestIn(files);
        const findings = manifest.findings.map((finding) => ({ ...finding, status: 'closed' as const }));
        return withManifest(files, { ...manifest, findings });
      },
      `${folder.events}#3`,
    ],
    [
      'another subject',
      () => withManifest(files, { ...manifestIn(files), subject: { kind: 'finding', id: 'a_2' } }),
      manifestPath,
    ],
  ])('what was changed besides the trail is told: %s', async (_what, change, where) => {
    expect(await faultIn(await resigned(change(), newSigner()))).toBe(where);
  });
});

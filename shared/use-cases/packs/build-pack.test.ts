import { describe, expect, it } from 'vitest';
import { findingFolder } from '#domain/pack/format.ts';
import type { PackJob } from '#domain/pack/job.ts';
import { Manifest } from '#domain/pack/manifest.ts';
import { PackFault } from '#ports/packs.ts';
import { bufferSource } from '#verifier/source.ts';
import { verifyPack } from '#verifier/verify.ts';
import { aNonconformity, findingId } from '../../../test/builders/finding.ts';
import { handInWith, hashOf, type Material, newJob, packStore, refTo, vaultFile } from '../../../test/builders/pack.ts';
import { manifestIn, unpack } from '../../../test/builders/repack.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import { type BuildStore, buildPack } from './build-pack.ts';

const document = vaultFile('document', 'The restore of 2026-03-10 is complete.');
const submission = completeSubmission('plan', { evidence: [refTo(document)] });
const life = handInWith(aNonconformity(), submission, [document]);
const material: Material = {
  findings: { [findingId]: life.events },
  contents: [submission],
  files: [document],
};

const begin = (change: Partial<PackJob> = {}, of: Material = material) => {
  const made = packStore(of);
  const job = newJob(change);
  made.jobs.set(job.id, job);
  const now = (): PackJob => made.jobs.get(job.id) ?? job;
  return { ...made, job, now };
};

/** The store with other functions in some of its ports. */
const withPort = <P extends 'packFiles' | 'packs' | 'vault'>(
  store: BuildStore,
  port: P,
  change: Partial<BuildStore[P]>,
) => ({
  ...store,
  [port]: { ...store[port], ...change },
});

describe('a pack that is made', () => {
  it('fits, and its job says so', async () => {
    const { store, job, now, written } = begin();
    expect(await buildPack(store, job, '// the verifier')).toBe('ready');
    const pack = written.get(`finding/${findingId}/pack-1-1.zip`);
    if (!pack) throw new Error('there is no pack');
    expect(now()).toMatchObject({ status: 'ready', begun: 1, size: pack.length, sha256: hashOf(pack) });
    expect(now()).toMatchObject({ key: `finding/${findingId}/pack-1-1.zip`, done: now().of });
    expect(await verifyPack(bufferSource(pack))).toMatchObject({ ok: true });
    const files = await unpack(pack);
    expect(files).toHaveLength(now().of);
    expect(Manifest.safeParse(manifestIn(files)).error).toBeUndefined();
    expect(files.map(([path]) => path)).toContain('verify.mjs');
  });

  it('has the same bytes when it is made again of the same', async () => {
    const signer = { publicKey: async () => 'key', sign: async () => new Uint8Array([1]) };
    const packs = await Promise.all(
      [1, 2].map(async () => {
        const { store, job, written } = begin({}, { ...material, signer });
        await buildPack(store, job);
        return [...written.values()][0];
      }),
    );
    expect(packs[0]?.equals(packs[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('holds what was committed when it was begun, and nothing later', async () => {
    const { store, job, written } = begin();
    const all = await store.findings.all(findingId);
    let asked = 0;
    const growing = {
      ...store.findings,
      all: async () => {
        asked += 1;
        return asked === 1 ? all.slice(0, 2) : all;
      },
    };
    await buildPack({ ...store, findings: growing }, job);
    const [pack] = written.values();
    expect(await verifyPack(bufferSource(pack ?? Buffer.alloc(0)))).toMatchObject({ ok: true, events: 2 });
  });

  it('tells how far it is: after each twentieth of the files, or each second', async () => {
    const { store, job, history } = begin();
    await buildPack(store, job);
    const [{ of = 0 } = {}] = history.slice(1);
    // Ten files: each is more than a twentieth.
    expect(history.map(({ done }) => done)).toEqual([0, 0, ...Array.from({ length: of }, (_each, i) => i + 1), of]);

    const files = Array.from({ length: 90 }, (_each, i) => vaultFile(`file-${i}`, `${i}`));
    const many = begin({}, { ...material, files: [document, ...files] });
    await buildPack(many.store, many.job);
    expect(many.history.length).toBeLessThan(25);
    const slow = begin({}, { ...material, files: [document, ...files] });
    let second = 0;
    const clock = { now: () => new Date(Date.UTC(2026, 2, 11) + 1000 * second++).toISOString() };
    await buildPack({ ...slow.store, clock }, slow.job);
    expect(slow.history.length).toBeGreaterThan(90);
  });
});

describe('a pack that was asked for before', () => {
  it.each(['ready', 'failed'] as const)('and is %s is left alone', async (status) => {
    const { store, job, now, written } = begin({ status });
    expect(await buildPack(store, job)).toBe('idle');
    expect([now(), written.size]).toEqual([job, 0]);
  });

  it('and that nobody knows is left alone', async () => {
    const { store, written } = begin();
    expect(await buildPack(store, { kind: 'finding', aggregate: findingId, id: 'other' })).toBe('idle');
    expect(written.size).toBe(0);
  });

  it('and whose process died is begun anew under another key', async () => {
    const { store, job, now, written } = begin({
      status: 'building',
      begun: 1,
      done: 4,
      of: 9,
      key: 'old',
      version: 6,
    });
    expect(await buildPack(store, job)).toBe('ready');
    expect([...written.keys()]).toEqual([`finding/${findingId}/pack-1-2.zip`]);
    expect(now()).toMatchObject({ status: 'ready', begun: 2, done: now().of });
  });

  it('is made by one of two who are told at once; the other stops and leaves the job alone', async () => {
    const { store, job, now } = begin();
    let second: Promise<unknown> | undefined;
    const vault = {
      stream: (key: string, version: string) => {
        // While the first has the document in hand, the message comes again.
        second ??= buildPack(store, job);
        return store.vault.stream(key, version);
      },
    };
    const slow: BuildStore['packFiles'] = {
      write: async (key, content) => {
        await store.packFiles.write(key, content);
        await second;
      },
    };
    const first = await buildPack(withPort(withPort(store, 'vault', vault), 'packFiles', slow), job);
    expect([first, await second]).toEqual(['idle', 'ready']);
    expect(now()).toMatchObject({ status: 'ready', begun: 2, key: `finding/${findingId}/pack-1-2.zip` });
  });
});

describe('a pack that cannot be made', () => {
  const stream = (text: string) => ({
    stream: async function* () {
      yield new TextEncoder().encode(text);
    },
  });

  it.each([
    ['has another hash', `${'x'.repeat(document.record.size)}`],
    ['is shorter', 'The restore'],
    ['is longer', 'The restore of 2026-03-10 is complete. It is.'],
  ])('fails with the path where a file of the vault %s', async (_what, text) => {
    const { store, job, now, written } = begin();
    expect(await buildPack(withPort(store, 'vault', stream(text)), job)).toBe('failed');
    expect(now()).toMatchObject({ status: 'failed' });
    expect(now().reason).toContain(`${findingFolder(findingId)}/evidence/plan/c1-r1/document.txt`);
    expect(written.size).toBe(0);
  });

  it('fails so too where the store of packs wraps what went wrong', async () => {
    const { store, job, now } = begin();
    const wrapping: BuildStore['packFiles'] = {
      write: (key, content) =>
        store.packFiles.write(key, content).catch((cause) => {
          throw new PackFault('writing failed', { cause });
        }),
    };
    const damaged = withPort(withPort(store, 'vault', stream('other')), 'packFiles', wrapping);
    expect(await buildPack(damaged, job)).toBe('failed');
    expect(now().reason).toContain('document.txt');
  });

  it('fails where the trail names a content that is gone', async () => {
    const { store, job, now } = begin({}, { ...material, contents: [] });
    expect(await buildPack(store, job)).toBe('failed');
    expect(now().reason).toMatch(/names the content [0-9a-f]{64}, and it is missing/);
  });

  it('is tried again while a service fails, and given up the third time', async () => {
    const { store, job, now } = begin();
    const failing = withPort(store, 'packFiles', {
      write: async () => {
        throw new PackFault('no room');
      },
    });
    await expect(buildPack(failing, job)).rejects.toThrow('no room');
    await expect(buildPack(failing, job)).rejects.toThrow('no room');
    expect(now()).toMatchObject({ status: 'building', begun: 2 });
    expect(await buildPack(failing, job)).toBe('failed');
    expect(now()).toMatchObject({ status: 'failed', begun: 3, reason: expect.stringContaining('3 times') });
    expect(await buildPack(store, job)).toBe('idle');
  });

  it('is given up when three processes died over it', async () => {
    const { store, job, now, written } = begin({ status: 'building', begun: 3 });
    expect(await buildPack(store, job)).toBe('failed');
    expect([now().status, written.size]).toEqual(['failed', 0]);
  });
});

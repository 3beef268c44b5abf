import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { canonical, digest } from '#adapters/runtime/digest.ts';
import { sha256 } from '#adapters/runtime/sha256.ts';
import { zip } from '#adapters/zip/zip.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { PackJob } from '#domain/pack/job.ts';
import type { Submission } from '#domain/submission/submission.ts';
import { type Sealed, seal } from '#domain/trail/chain.ts';
import type { Signer } from '#ports/signer.ts';
import { type BuildStore, buildPack } from '#use-cases/packs/build-pack.ts';
import { findingId, type Life } from './finding.ts';
import { cast } from './people.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A signer with a key of its own. */
export const newSigner = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { sign: async (message) => sign('sha256', message, privateKey), publicKey: async () => pem };
};

/** A file as the vault keeps it, with its record. */
export interface VaultFile {
  readonly record: EvidenceRecord;
  readonly bytes: Uint8Array;
}

export const vaultFile = (id: string, text: string, change: Partial<EvidenceRecord> = {}): VaultFile => {
  const bytes = new TextEncoder().encode(text);
  const record: EvidenceRecord = {
    id,
    kind: 'finding',
    aggregate: findingId,
    fileName: `${id}.txt`,
    type: 'text/plain',
    size: bytes.length,
    sha256: hashOf(bytes),
    key: `evidence/${findingId}/${id}`,
    status: 'registered',
    kept: { key: `vault/${id}`, versionId: `version-of-${id}`, retainUntil: '2036-03-10T10:00:00.000Z' },
    by: cast.owner.person,
    at: '2026-03-10T09:00:00.000Z',
    ...change,
  };
  return { record, bytes };
};

export const refTo = ({ record: { id, sha256 } }: VaultFile) => ({ id, sha256 });

/** Hands in under the real hash of the content, and has it validated against these files. */
export const handInWith = (life: Life, submission: Submission, files: readonly VaultFile[]): Life => {
  life.give('submit', cast.owner, submission, { submissionHash: digest(submission) });
  const { validating } = life.contextFor({ name: 'validate', body: {} });
  const evidence = files.map(({ record }) => record);
  const validated =
    validating && life.give('validate', cast.system, {}, { validating: { ...validating, submission, evidence } });
  if (!validated?.ok) throw new Error('the submission was not validated');
  return life;
};

export const sealed = <E extends { readonly aggregate: string; readonly seq: number }>(
  events: readonly E[],
): Sealed<E>[] => {
  const chain: Sealed<E>[] = [];
  for (const event of events) chain.push(seal(event, chain.at(-1)?.hash ?? null, digest));
  return chain;
};

/** What a pack is made from. */
export interface Material {
  readonly findings?: Readonly<Record<string, readonly FindingEvent[]>>;
  readonly audits?: Readonly<Record<string, readonly AuditEvent[]>>;
  /** Contents by their digests; submissions of lives need not be named. */
  readonly contents?: readonly unknown[];
  readonly files?: readonly VaultFile[];
  readonly signer?: Signer;
}

const piecesOf = async function* (bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
};

const chainsOf = <E extends { readonly aggregate: string; readonly seq: number }>(
  chains: Readonly<Record<string, readonly E[]>>,
) => {
  const all = new Map(Object.entries(chains).map(([id, events]) => [id, sealed(events)]));
  const of = async (id: string) => all.get(id) ?? [];
  return {
    all: of,
    latest: async (id: string) => (await of(id)).at(-1),
    at: async (id: string, seq: number) => (await of(id))[seq - 1],
    append: async () => 'conflict' as const,
    relayed: async () => {},
  };
};

/** The ports that a pack is made from, in memory: plain values, and what was written. */
export const packStore = ({
  findings = {},
  audits = {},
  contents = [],
  files = [],
  signer = newSigner(),
}: Material) => {
  const jobs = new Map<string, PackJob>();
  const history: PackJob[] = [];
  const written = new Map<string, Buffer>();
  const byHash = new Map(contents.map((content) => [digest(content), content]));
  const store: BuildStore = {
    findings: chainsOf(findings),
    audits: chainsOf(audits),
    digest,
    canonical,
    sha256,
    zip,
    signer,
    clock: { now: () => '2026-03-11T10:00:00.000Z' },
    timeZone: 'Europe/Zurich',
    organization: 'Example AG',
    contents: { get: async (_owner, hash) => byHash.get(hash) },
    evidence: {
      of: async ({ kind, aggregate }) =>
        files.map(({ record }) => record).filter((record) => record.kind === kind && record.aggregate === aggregate),
    },
    notices: { of: async () => [] },
    accesses: { of: async () => [] },
    register: {
      findings: async ({ audit }) => ({
        items: Object.entries(findings).flatMap(([id, [first]]) =>
          first?.state.facts.audit === audit ? [{ id } as never] : [],
        ),
      }),
    },
    vault: {
      stream: (key, versionId) => {
        const found = files.find(({ record: { kept } }) => kept?.key === key && kept.versionId === versionId);
        if (!found) throw new Error(`the vault has no ${key}`);
        return piecesOf(found.bytes);
      },
    },
    packs: {
      get: async (_owner, id) => jobs.get(id),
      change: async (job) => {
        if (jobs.get(job.id)?.version !== job.version - 1) return 'stale';
        jobs.set(job.id, job);
        history.push(job);
        return 'done';
      },
    },
    packFiles: {
      write: async (key, content) => {
        written.set(key, await buffer(content));
      },
    },
  };
  return { store, jobs, history, written };
};

export const newJob = (change: Partial<PackJob> = {}): PackJob => ({
  id: 'pack-1',
  kind: 'finding',
  aggregate: findingId,
  status: 'waiting',
  begun: 0,
  done: 0,
  of: 0,
  by: cast.ismsManager.person,
  at: '2026-03-11T09:59:00.000Z',
  version: 1,
  ...change,
});

/** The bytes of a pack made of this material. @throws where it is not made */
export const madePack = async (
  material: Material,
  subject: Pick<PackJob, 'kind' | 'aggregate'> = { kind: 'finding', aggregate: findingId },
  verifier?: string,
): Promise<Buffer> => {
  const { store, jobs, written } = packStore(material);
  const job = newJob(subject);
  jobs.set(job.id, job);
  const outcome = await buildPack(store, job, verifier);
  const [pack] = written.values();
  if (outcome !== 'ready' || !pack) throw new Error(`the pack was not made: ${jobs.get(job.id)?.reason}`);
  return pack;
};

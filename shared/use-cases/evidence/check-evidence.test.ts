import { expect, test } from 'vitest';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { Finding } from '#domain/finding/state.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { ScannerFault, type Verdict } from '#ports/evidence.ts';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { registered } from '../../../test/builders/submissions.ts';
import { type CheckStore, checkEvidence } from './check-evidence.ts';

const { kind, aggregate, id, key, size, type, sha256 } = registered;
const uploading: EvidenceRecord = { ...registered, status: 'uploading', kept: undefined };
const open = aNonconformity().finding();
const appealed = aNonconformity().must('appeal', cast.owner).finding();

interface Setting {
  readonly record?: EvidenceRecord;
  /** What the finding says at each look; the last of it from then on. */
  readonly findings?: readonly Finding[];
  readonly verdict?: Verdict | Error;
  /** Bytes of the file as they are read, where the store knows no hash. */
  readonly content?: readonly number[];
  readonly publish?: () => Promise<void>;
  readonly settle?: CheckStore['evidence']['settle'];
}

/** Everything in memory, and every write put down. */
const setUp = (setting: Setting = {}) => {
  const {
    findings = [open],
    verdict = { verdict: 'clean', by: 'ClamAV' },
    content,
    publish = async () => {},
  } = setting;
  let { record = uploading } = setting;
  let looks = 0;
  const writes: string[] = [];
  const no = () => {
    throw new Error('not asked for here');
  };
  const store: CheckStore = {
    findings: {
      latest: async () => ({ state: findings[Math.min(looks++, findings.length - 1)] }) as never,
      at: no,
      all: no,
      append: no,
      relayed: no,
    },
    audits: { latest: no, at: no, all: no, append: no, relayed: no },
    people: { get: no },
    digest: no,
    clock: { now: () => '2026-03-09T08:00:00.000Z' },
    timeZone: 'Europe/Zurich',
    policy: defaultPolicy,
    evidence: {
      add: no,
      of: no,
      get: async () => record,
      settle:
        setting.settle ??
        (async (_owner, _id, settlement) => {
          writes.push(`settle ${settlement.status}`);
          record = { ...record, ...settlement };
          return 'done';
        }),
      markAnnounced: async (_owner, _id, status) => {
        writes.push(`mark ${status}`);
        record = { ...record, announced: status };
      },
    },
    files: {
      look: async () => ({ size, type, version: 'v1', ...(content === undefined && { sha256 }) }),
      read: async () => new TextEncoder().encode('%PDF-1.7'),
      stream: async function* () {
        yield Uint8Array.from(content ?? []);
      },
    },
    sha256: () => {
      const seen: number[] = [];
      return { update: (bytes) => seen.push(...bytes), hex: () => (seen.join() === '1,2,3' ? sha256 : 'other') };
    },
    realType: async () => type,
    faultInContainer: no,
    scan: async () => {
      if (verdict instanceof Error) throw verdict;
      return verdict;
    },
    vault: {
      keep: async ({ hold, retainUntil }) => {
        writes.push(`keep until ${retainUntil}${hold ? ' on hold' : ''}`);
        return { versionId: 'kept-1' };
      },
      setHold: async (_key, _version, hold) => void writes.push(`hold ${hold}`),
    },
    bus: {
      publish: async (messages) => {
        await publish();
        writes.push(...messages.map(({ detailType }) => detailType));
      },
    },
  };
  return { store, writes, now: () => record };
};

const until = '2032-03-09T23:00:00.000Z';
const told = ['evidence-settled', 'mark registered'];

test('a clean file is kept, settled, told of and marked, in this order', async () => {
  const { store, writes, now } = setUp();
  expect(await checkEvidence(store, key)).toEqual({ outcome: 'registered', changed: true, kind, aggregate, id });
  expect(writes).toEqual([`keep until ${until}`, 'settle registered', ...told]);
  expect(now().kept).toEqual({ key, versionId: 'kept-1', retainUntil: until });
});

test('what died before it was told is told by the next call, and settled no more', async () => {
  let dies = true;
  const publish = async (): Promise<void> => {
    if (dies) throw new Error('the bus is down');
  };
  const { store, writes } = setUp({ publish });
  await expect(checkEvidence(store, key)).rejects.toThrow('the bus is down');
  dies = false;
  writes.splice(0);
  expect(await checkEvidence(store, key)).toMatchObject({ outcome: 'registered', changed: false });
  expect(writes).toEqual(['hold false', ...told]);
  writes.splice(0);
  await checkEvidence(store, key);
  expect(writes).toEqual([]);
});

test('a file that somebody else settled meanwhile is told of as it stands there', async () => {
  const refused: EvidenceRecord = { ...registered, status: 'quarantined', reason: 'No.', announced: 'quarantined' };
  let asked = 0;
  const { store, writes } = setUp({ settle: async () => 'settled' });
  const evidence = { ...store.evidence, get: async () => (asked++ === 0 ? uploading : refused) };
  expect(await checkEvidence({ ...store, evidence }, key)).toMatchObject({ outcome: 'quarantined', changed: false });
  expect(writes).toEqual([`keep until ${until}`]);
});

test('and where nobody has told of it yet, under which hold it lies is not taken for granted', async () => {
  const kept = { key, versionId: 'kept-2', retainUntil: until };
  let asked = 0;
  const { store, writes } = setUp({ settle: async () => 'settled' });
  const evidence = { ...store.evidence, get: async () => (asked++ === 0 ? uploading : { ...registered, kept }) };
  expect(await checkEvidence({ ...store, evidence }, key)).toMatchObject({ outcome: 'registered', changed: false });
  expect(writes).toEqual([`keep until ${until}`, 'hold false', ...told]);
});

test.each([
  ['appealed before', [appealed], [`keep until ${until} on hold`, 'settle registered', ...told]],
  [
    'appealed while it was copied',
    [open, appealed],
    [`keep until ${until}`, 'settle registered', 'hold true', ...told],
  ],
  [
    'decided while it was copied',
    [appealed, open],
    [`keep until ${until} on hold`, 'settle registered', 'hold false', ...told],
  ],
])('a file of a finding that was %s', async (_when, findings, expected) => {
  const { store, writes } = setUp({ findings });
  await checkEvidence(store, key);
  expect(writes).toEqual(expected);
});

test('a file that came in parts is read whole', async () => {
  const right = setUp({ content: [1, 2, 3] });
  expect(await checkEvidence(right.store, key)).toMatchObject({ outcome: 'registered' });
  const wrong = setUp({ content: [1, 2, 4] });
  expect(await checkEvidence(wrong.store, key)).toMatchObject({ outcome: 'quarantined' });
  expect(wrong.now()).toMatchObject({
    reason: 'The SHA-256 of the file is not the one declared.',
    scan: { by: 'ClamAV' },
  });
  expect(wrong.writes).toEqual(['settle quarantined', 'evidence-settled', 'mark quarantined']);
});

test('and not before the scanner has its verdict: it would be read for nothing', async () => {
  const { store, writes } = setUp({ content: [1, 2, 4], verdict: { verdict: 'pending' } });
  expect(await checkEvidence(store, key)).toMatchObject({ outcome: 'checking' });
  expect(await checkEvidence(store, key)).toMatchObject({ outcome: 'checking', changed: false });
  expect(writes).toEqual(['settle checking']);
});

test('while the scanner is out of reach a file is being checked, and the caller hears why', async () => {
  const { store, writes } = setUp({ verdict: new ScannerFault('clamd does not answer') });
  for (let times = 0; times < 2; times += 1)
    await expect(checkEvidence(store, key)).rejects.toBeInstanceOf(ScannerFault);
  expect(writes).toEqual(['settle checking']);
});

test('another reason to be held is put down, the same one is not; that it is held is told once', async () => {
  const held: EvidenceRecord = {
    ...uploading,
    status: 'held',
    reason: 'GuardDuty could not scan this file.',
    announced: 'held',
  };
  const undecided = { verdict: 'undecided', by: 'GuardDuty' } as const;
  const same = setUp({ record: held, verdict: undecided });
  expect(await checkEvidence(same.store, key)).toMatchObject({ outcome: 'held', changed: false });
  expect(same.writes).toEqual([]);
  const other = setUp({ record: held, verdict: { ...undecided, detail: 'password' } });
  expect(await checkEvidence(other.store, key)).toMatchObject({ outcome: 'held', changed: true });
  expect(other.writes).toEqual(['settle held']);
});

test.each(['evidence', 'evidence/a', 'evidence/a/b/c', 'other/a/b', 'evidence//b', `reports/${aggregate}/${id}`, ''])(
  'a key such as "%s" was granted to nobody',
  async (other) => {
    const { store, writes } = setUp();
    expect(await checkEvidence(store, other)).toEqual({ outcome: 'unknown' });
    expect(writes).toEqual([]);
  },
);

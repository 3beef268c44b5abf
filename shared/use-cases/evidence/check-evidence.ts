import { type EvidenceSettled, evidenceSettledType } from '#contracts/bus.ts';
import type { EvidenceRecord, Scan } from '#domain/evidence/evidence.ts';
import { holdsFiles, policyOf, retainUntil } from '#domain/evidence/retention.ts';
import { rulingOn, type Settlement } from '#domain/evidence/settlement.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Bus } from '#ports/bus.ts';
import {
  type EvidenceRecords,
  type FileOwner,
  type Scanner,
  ScannerFault,
  type StoredFile,
  type VaultFiles,
} from '#ports/evidence.ts';
import type { AuditStore } from '../audits/give-audit-command.ts';
import { type FileCheckStore, faultInFile, faultInHash } from './faults-in-file.ts';
import { handOnReport } from './hand-on-report.ts';

export interface CheckStore extends AuditStore, FileCheckStore {
  readonly evidence: EvidenceRecords;
  readonly vault: Pick<VaultFiles, 'keep' | 'setHold'>;
  readonly scan: Scanner;
  readonly bus: Bus;
  /** The policy in force, for what has none of its own. */
  readonly policy: Policy;
}

/**
 * What came of a check, for the log. `unknown`: no upload was granted under this key. `absent`: nothing lies under it.
 * Else where the file stands; `changed` says whether this check brought it there.
 */
export type Checked =
  | { readonly outcome: 'unknown' | 'absent' }
  | {
      readonly outcome: EvidenceRecord['status'];
      readonly changed: boolean;
      readonly kind: FileOwner['kind'];
      readonly aggregate: string;
      readonly id: string;
    };

const folders = { evidence: 'finding', reports: 'audit' } as const;

/** The upload that a key of the intake was granted to. */
const uploadAt = async (store: CheckStore, key: string): Promise<EvidenceRecord | undefined> => {
  const [folder = '', aggregate, id, ...rest] = key.split('/');
  if (!(folder === 'evidence' || folder === 'reports') || !aggregate || !id || rest.length > 0) return undefined;
  return store.evidence.get({ kind: folders[folder], aggregate }, id);
};

const findingOf = async (store: CheckStore, { kind, aggregate }: EvidenceRecord): Promise<Finding | undefined> =>
  kind === 'finding' ? (await store.findings.latest(aggregate))?.state : undefined;

/** What a check found. `hold`: whether the file went into the vault under legal hold. */
interface Examined {
  readonly settlement: Settlement;
  readonly hold?: boolean;
}

/** Copies a clean file to the vault, under the same key. Repeated, it finds the version that is there. */
const keep = async (
  store: CheckStore,
  record: EvidenceRecord,
  { version }: StoredFile,
  scan: Scan,
): Promise<Examined> => {
  const { key, type, size, sha256 } = record;
  const finding = await findingOf(store, record);
  const { retentionYears } = (finding ? policyOf(finding, store.policy) : store.policy).evidence;
  const until = retainUntil(store.clock.now(), store.timeZone, retentionYears);
  const hold = finding !== undefined && holdsFiles(finding);
  const from = { key, version };
  const { versionId } = await store.vault.keep({ from, to: key, type, size, sha256, retainUntil: until, hold });
  return { settlement: { status: 'registered', scan, kept: { key, versionId, retainUntil: until } }, hold };
};

/** What is quickly told comes first: a file that waits for its verdict is looked at again when that is there. */
const examine = async (store: CheckStore, record: EvidenceRecord, stored: StoredFile): Promise<Examined> => {
  const fault = await faultInFile(store, record, stored);
  if (fault !== undefined) return { settlement: { status: 'quarantined', reason: fault } };
  const { key, size } = record;
  const ruling = rulingOn(await store.scan({ key, version: stored.version, size }), store.clock.now());
  if (ruling.status !== 'clean') return { settlement: ruling };
  const { scan } = ruling;
  const differs = await faultInHash(store, record, stored);
  return differs === undefined
    ? keep(store, record, stored, scan)
    : { settlement: { status: 'quarantined', reason: differs, scan } };
};

/**
 * What hangs on an outcome: the hold of a file whose finding was appealed while it was checked, the reading of a report
 * that came by a link, the message that tells everybody. Each may be done again; the mark says that all were done.
 * @param hold the hold that the file is known to be under
 */
const announce = async (store: CheckStore, record: EvidenceRecord, hold?: boolean): Promise<void> => {
  const { id, kind, aggregate, status, kept, announced } = record;
  if (status === 'uploading' || status === 'checking' || announced === status) return;
  const owner = { kind, aggregate };
  // `hold-evidence` sees registered files only: an appeal made between our look and our write is seen here.
  const finding = kept && (await findingOf(store, record));
  if (finding && holdsFiles(finding) !== hold) await store.vault.setHold(kept.key, kept.versionId, holdsFiles(finding));
  if (status === 'registered') await handOnReport(store, record);
  const detail: EvidenceSettled = { ...owner, id, status };
  await store.bus.publish([{ detailType: evidenceSettledType, detail }]);
  await store.evidence.markAnnounced(owner, id, status);
};

/** Where the record stands already, in the same words. */
const isSame = (record: EvidenceRecord, settlement: Settlement): boolean =>
  record.status === settlement.status && (!('reason' in settlement) || record.reason === settlement.reason);

const settle = async (store: CheckStore, record: EvidenceRecord, { settlement, hold }: Examined): Promise<Checked> => {
  const { id, kind, aggregate } = record;
  const owner = { kind, aggregate };
  const changed = !isSame(record, settlement) && (await store.evidence.settle(owner, id, settlement)) === 'done';
  // Somebody else may have been faster: what stands on the record is what is told.
  const now = changed ? { ...record, ...settlement } : ((await store.evidence.get(owner, id)) ?? record);
  await announce(store, now, changed ? hold : undefined);
  return { outcome: now.status, changed, ...owner, id };
};

const hasEnded = ({ status }: EvidenceRecord): boolean => status === 'registered' || status === 'quarantined';

/**
 * Checks the file that lies under a key of the intake: whether it is to the byte what was declared, is what its type
 * says, and is free of malware. What is clean is copied to the vault and is evidence from then on; anything else stays
 * in the intake with its reason on the record. Called when a file arrives and when the scanner has its verdict, in any
 * order and any number of times: what has ended is not begun again, and what was told is not told again.
 * @throws {ScannerFault} when the scanner cannot be reached: the file stays `checking`, the caller tries again later
 */
export const checkEvidence = async (store: CheckStore, key: string): Promise<Checked> => {
  const record = await uploadAt(store, key);
  if (record?.key !== key) return { outcome: 'unknown' };
  if (hasEnded(record)) {
    await announce(store, record);
    const { id, kind, aggregate, status } = record;
    return { outcome: status, changed: false, kind, aggregate, id };
  }
  const stored = await store.files.look(key);
  if (!stored) return { outcome: 'absent' };
  try {
    return await settle(store, record, await examine(store, record, stored));
  } catch (error) {
    if (error instanceof ScannerFault) await settle(store, record, { settlement: { status: 'checking' } });
    throw error;
  }
};

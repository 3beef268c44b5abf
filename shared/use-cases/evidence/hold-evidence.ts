import { holdsFiles } from '#domain/evidence/retention.ts';
import type { EvidenceRecords, VaultFiles } from '#ports/evidence.ts';
import type { Trails } from '../trails.ts';

export interface HoldStore extends Pick<Trails, 'findings'> {
  readonly evidence: Pick<EvidenceRecords, 'of'>;
  readonly vault: Pick<VaultFiles, 'setHold'>;
}

/** Whether the files of a finding are on hold now, and how many there are. */
export interface Held {
  readonly hold: boolean;
  readonly files: number;
}

/** The finding was appealed and decided in turn while its files were on the way: the next run sets them right. */
export class HoldUnsettled extends Error {
  override readonly name = 'HoldUnsettled';
}

/** Times that the finding may change its mind while its files are set. */
const rounds = 5;

/**
 * Sets the legal hold of every registered file of a finding to what the finding says now, whatever event it was that
 * called: late, repeated or out of order, the end is the same.
 * @throws {HoldUnsettled} when the finding changed each time that its files were set
 */
export const holdEvidence = async (store: HoldStore, id: string): Promise<Held | undefined> => {
  let finding = (await store.findings.latest(id))?.state;
  if (!finding) return undefined;
  for (let round = 0; round < rounds; round += 1) {
    const hold = holdsFiles(finding);
    const records = await store.evidence.of({ kind: 'finding', aggregate: id });
    const kept = records.flatMap((record) => (record.kept ? [record.kept] : []));
    for (const { key, versionId } of kept) await store.vault.setHold(key, versionId, hold);
    // Two of these at once: the one that read last has the last word.
    finding = (await store.findings.latest(id))?.state ?? finding;
    if (holdsFiles(finding) === hold) return { hold, files: kept.length };
  }
  throw new HoldUnsettled(`finding ${id} was appealed and decided ${rounds} times while its files were set`);
};

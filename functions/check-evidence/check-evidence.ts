import * as z from 'zod';
import { type Checked, type CheckStore, checkEvidence } from '#use-cases/evidence/check-evidence.ts';
import { count, log } from '../_runtime/observe.ts';
import { createWorker } from '../_runtime/worker.ts';

export type Store = CheckStore;

/** What S3 says of a file that has arrived, and GuardDuty of one that it has scanned, as EventBridge hands them on. */
const FileEvent = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.literal('Object Created'),
    detail: z.object({ object: z.object({ key: z.string().min(1) }) }),
  }),
  z.object({
    'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
    detail: z.object({ s3ObjectDetails: z.object({ objectKey: z.string().min(1) }) }),
  }),
]);
type FileEvent = z.infer<typeof FileEvent>;

const keyIn = (event: FileEvent): string =>
  event['detail-type'] === 'Object Created' ? event.detail.object.key : event.detail.s3ObjectDetails.objectKey;

/** GuardDuty said that it has scanned a file, and the file does not bear its mark yet: it is looked at again later. */
export class VerdictNotThere extends Error {
  override readonly name = 'VerdictNotThere';
}

const report = (checked: Checked): void => {
  if (!('id' in checked)) {
    log('warn', 'REDRESS_EVIDENCE_UNKNOWN', { outcome: checked.outcome });
    return;
  }
  const { outcome, changed, kind, aggregate, id } = checked;
  log('info', 'REDRESS_EVIDENCE_CHECKED', { outcome, changed, kind, aggregate, id });
  if (!changed) return;
  if (outcome === 'registered') count('EvidenceRegistered');
  if (outcome === 'quarantined') count('EvidenceQuarantined');
  if (outcome === 'held') count('EvidenceHeld');
};

/** Checks uploaded files when they arrive and when the scanner has its verdict. */
export const create = (store: Store) =>
  createWorker(FileEvent, 'REDRESS_EVIDENCE_FAULT', async (event) => {
    const checked = await checkEvidence(store, keyIn(event));
    report(checked);
    if (event['detail-type'] !== 'Object Created' && 'id' in checked && checked.outcome === 'checking')
      throw new VerdictNotThere(`file ${checked.id} bears no mark of its scan`);
  });

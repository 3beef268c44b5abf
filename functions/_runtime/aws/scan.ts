import { createBuiltInScan } from '#adapters/scan/built-in.ts';
import { createGuardDutyScan } from '#adapters/scan/guard-duty.ts';
import type { IntakeFiles, Scanner } from '#ports/evidence.ts';
import { s3 } from './s3.ts';

interface ScanEnv {
  readonly INTAKE_BUCKET: string;
  readonly MALWARE_SCAN: 'guardduty' | 'none';
}

/** Who says whether a file of the intake is clean: GuardDuty, by its tag; or nobody, but for the built-in check. */
export const scanOf = ({ INTAKE_BUCKET, MALWARE_SCAN }: ScanEnv, files: IntakeFiles): Scanner =>
  MALWARE_SCAN === 'guardduty' ? createGuardDutyScan({ client: s3, bucket: INTAKE_BUCKET }) : createBuiltInScan(files);

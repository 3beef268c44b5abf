import { join } from 'node:path';
import { createIntake } from '#adapters/local/intake.ts';
import { createPackFiles } from '#adapters/local/packs.ts';
import { createVault } from '#adapters/local/vault.ts';
import { createBuiltInScan } from '#adapters/scan/built-in.ts';
import { createClamdScan } from '#adapters/scan/clamd.ts';
import type { Clock } from '#ports/clock.ts';
import type { Scanner } from '#ports/evidence.ts';

/** Where `clamd` listens. */
export interface Clamd {
  readonly host: string;
  readonly port: number;
}

export interface LocalFilesOptions {
  /** The folder that holds everything. */
  readonly data: string;
  readonly clock: Clock;
  readonly baseUrl: () => string;
  /** Left out: the built-in check alone. */
  readonly clamd?: Clamd | undefined;
  readonly onArrived: (key: string) => Promise<void>;
}

/** The stores of files, each in a folder of its own, and who scans what arrives. */
export const openFiles = async ({ data, clock, baseUrl, clamd, onArrived }: LocalFilesOptions) => {
  const intake = await createIntake({
    folder: join(data, 'intake'),
    clock,
    uploadUrl: () => `${baseUrl()}/local/upload`,
    partUrl: () => `${baseUrl()}/local/upload/parts`,
    onArrived,
  });
  const vault = await createVault({
    folder: join(data, 'vault'),
    clock,
    intake,
    downloadUrl: () => `${baseUrl()}/local/download?from=vault`,
  });
  const packFiles = await createPackFiles({
    folder: join(data, 'packs'),
    clock,
    downloadUrl: () => `${baseUrl()}/local/download?from=packs`,
  });
  const scan: Scanner = clamd ? createClamdScan({ ...clamd, files: intake }) : createBuiltInScan(intake);
  return { intake, vault, packFiles, scan };
};

import { digest } from '#adapters/runtime/digest.ts';
import { type AuditParts, checkAudit } from '#domain/pack/check-audit.ts';
import { checkFinding } from '#domain/pack/check-finding.ts';
import type { Failure } from '#domain/pack/failure.ts';
import {
  auditFolder,
  findingFolder,
  inFolder,
  manifestPath,
  publicKeyPath,
  signaturePath,
} from '#domain/pack/format.ts';
import { checkListing, type Listing, listingOf } from '#domain/pack/listing.ts';
import type { Manifest, StatedAudit, StatedFinding } from '#domain/pack/manifest.ts';
import { isManifest } from '#domain/pack/read-manifest.ts';
import { checkSubject } from '#domain/pack/subject.ts';
import { checkContainer } from './container.ts';
import { type OpenedPack, openPack, type Packed } from './opened-pack.ts';
import { checkSignature } from './signature.ts';
import type { PackSource } from './source.ts';

/** What was checked, or the first thing that does not fit. */
export type Verdict =
  | {
      readonly ok: true;
      readonly manifest: Manifest;
      /** Events in all chains. */
      readonly events: number;
      /** SHA-256 of the public key, lower-case hex. */
      readonly fingerprint: string;
    }
  | { readonly ok: false; readonly failure: Failure };

/** Stops at the first thing that does not fit. */
class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.where}: ${failure.what}`);
    this.failure = failure;
  }
}

const must = (failure: Failure | undefined): void => {
  if (failure) throw new DoesNotFit(failure);
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whatever goes wrong in `work` goes wrong at this place: a damaged file may break anything that reads it. */
const at = async <T>(where: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DoesNotFit) throw error;
    throw new DoesNotFit({ where, what: `This cannot be read: ${reasonOf(error)}.` });
  }
};

const reader = (pack: OpenedPack) => {
  const byPath = new Map(pack.entries.map((entry) => [entry.path, entry]));
  const entryAt = (path: string): Packed => {
    const entry = byPath.get(path);
    if (!entry) throw new DoesNotFit({ where: path, what: 'The pack lacks this file.' });
    return entry;
  };
  const bytes = (path: string): Promise<Buffer> => at(path, () => pack.bytes(entryAt(path)));
  const json = (path: string): Promise<unknown> =>
    at(path, async () => JSON.parse((await bytes(path)).toString('utf8')));
  const allJson = async (paths: readonly string[]): Promise<ReadonlyMap<string, unknown>> => {
    const values = new Map<string, unknown>();
    for (const path of paths) values.set(path, await json(path));
    return values;
  };
  return { entryAt, bytes, json, allJson };
};
type Reader = ReturnType<typeof reader>;

const signedManifest = async ({ bytes }: Reader, givenKey: string | undefined) => {
  const manifest = await bytes(manifestPath);
  const signature = await bytes(signaturePath);
  const ownKey = (await bytes(publicKeyPath)).toString('utf8');
  const signed = checkSignature({ manifest, signature, ownKey, givenKey });
  if (!signed.ok) throw new DoesNotFit(signed.failure);
  const value = await at(manifestPath, async (): Promise<unknown> => JSON.parse(manifest.toString('utf8')));
  if (!isManifest(value))
    throw new DoesNotFit({ where: manifestPath, what: 'This is no manifest of a format that this verifier knows.' });
  return { manifest: value, fingerprint: signed.fingerprint };
};

const checkFiles = async (pack: OpenedPack, { entryAt }: Reader, { files }: Manifest): Promise<void> => {
  for (const { path, size, sha256 } of files) {
    const entry = entryAt(path);
    if (entry.size !== size)
      must({ where: path, what: `The manifest lists ${size} bytes; the file has ${entry.size}.` });
    if ((await at(path, () => pack.sha256(entry))) !== sha256)
      must({ where: path, what: 'The SHA-256 of the file is not the one that the manifest lists: it was changed.' });
  }
};

const checkAuditPart = async (read: Reader, files: Listing, manifest: Manifest, stated: StatedAudit): Promise<void> => {
  const folder = inFolder(auditFolder);
  const parts: AuditParts = {
    stated,
    folder,
    files,
    findings: manifest.findings,
    events: await read.json(folder.events),
    records: await read.json(folder.records),
    contents: await read.allJson(files.under(folder.contents)),
  };
  await at(auditFolder, async () => must(checkAudit(parts, digest)));
};

const checkFindingPart = async (
  read: Reader,
  files: Listing,
  { audit }: Manifest,
  stated: StatedFinding,
): Promise<void> => {
  const folder = inFolder(findingFolder(stated.id));
  const events = await read.json(folder.events);
  const records = await read.json(folder.records);
  const submissions = await read.allJson(files.under(folder.submissions));
  const parts = { stated, audit: audit?.id, folder, files, events, records, submissions };
  await at(findingFolder(stated.id), async () => must(checkFinding(parts, digest)));
};

const check = async (source: PackSource, givenKey: string | undefined): Promise<Verdict> => {
  const pack = await at('ZIP', () => openPack(source));
  const read = reader(pack);
  const { manifest, fingerprint } = await signedManifest(read, givenKey);
  must(
    checkListing(
      pack.entries.map(({ path }) => path),
      manifest,
    ),
  );
  must(checkSubject(manifest));
  await checkFiles(pack, read, manifest);
  const files = listingOf(manifest);
  if (manifest.audit) await checkAuditPart(read, files, manifest, manifest.audit);
  for (const stated of manifest.findings) await checkFindingPart(read, files, manifest, stated);
  must(await checkContainer(source, pack));
  const events = [manifest.audit, ...manifest.findings].reduce((sum, chain) => sum + (chain?.events ?? 0), 0);
  return { ok: true, manifest, events, fingerprint };
};

/**
 * Checks a whole pack: the ZIP can be read, the manifest's signature, exactly the listed files with their sizes and
 * hashes, each chain of events, its replay to the stated state, submissions and evidence, and the ZIP itself to the last
 * byte. It stops at the first thing that does not fit.
 * @param givenKey the organization's public key (PEM), where the person who checks has it
 */
export const verifyPack = async (source: PackSource, givenKey?: string): Promise<Verdict> => {
  try {
    return await check(source, givenKey);
  } catch (error) {
    if (error instanceof DoesNotFit) return { ok: false, failure: error.failure };
    throw error;
  }
};

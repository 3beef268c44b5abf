import { formatName, formatVersion, manifestPath, signaturePath } from '#domain/pack/format.ts';
import { Manifest, type PackedFile } from '#domain/pack/manifest.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Sha256 } from '#ports/hash.ts';
import type { PackEntry, Zip } from '#ports/packs.ts';
import type { Signer } from '#ports/signer.ts';
import type { PlannedPack, PlanStore } from './plan-pack.ts';
import { NotPackable, type PlannedFile } from './planned-file.ts';

export interface ContentStore extends PlanStore {
  readonly signer: Signer;
  readonly sha256: Sha256;
  readonly zip: Zip;
}

export interface Making {
  readonly owner: FileOwner;
  /** Instant in UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** Told after each file; what it throws ends the pack. */
  readonly written: () => Promise<void>;
}

/** The content as it passes, counted and hashed; held against what the vault's record says at its end. */
async function* measured(
  store: ContentStore,
  { path, content, kept }: PlannedFile,
  done: (file: PackedFile) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const hash = store.sha256();
  let size = 0;
  for await (const bytes of content()) {
    size += bytes.length;
    hash.update(bytes);
    yield bytes;
  }
  const sha256 = hash.hex();
  if (kept && (kept.size !== size || kept.sha256 !== sha256))
    throw new NotPackable(`${path} is no longer the file that was registered: its size or SHA-256 is another.`);
  await done({ path, size, sha256, ...(kept && { versionId: kept.versionId }) });
}

/** The bytes of a whole pack: the files as they are planned, then the manifest that lists them, and its signature. */
export const packContent = (store: ContentStore, { stated, files }: PlannedPack, making: Making) => {
  const { owner, madeAt, madeBy, written } = making;
  const listed: PackedFile[] = [];
  let manifest = new Uint8Array();

  const sealed = (): Uint8Array<ArrayBuffer> => {
    const content: Manifest = {
      format: formatName,
      version: formatVersion,
      organization: store.organization,
      subject: { kind: owner.kind, id: owner.aggregate },
      madeAt,
      madeBy,
      ...stated,
      files: listed,
    };
    return new TextEncoder().encode(store.canonical(Manifest.parse(content)));
  };

  const entries: PackEntry[] = files.map((file) => ({
    path: file.path,
    content: () =>
      measured(store, file, async (packed) => {
        listed.push(packed);
        await written();
      }),
  }));
  entries.push({
    path: manifestPath,
    content: async function* () {
      manifest = sealed();
      yield manifest;
      await written();
    },
  });
  entries.push({
    path: signaturePath,
    content: async function* () {
      yield await store.signer.sign(manifest);
      await written();
    },
  });
  return { files: entries.length, bytes: store.zip(entries) };
};

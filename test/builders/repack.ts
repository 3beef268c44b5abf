import { buffer } from 'node:stream/consumers';
import { canonical } from '#adapters/runtime/digest.ts';
import { zip } from '#adapters/zip/zip.ts';
import { manifestPath, publicKeyPath, signaturePath, unlisted } from '#domain/pack/format.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { Signer } from '#ports/signer.ts';
import { openPack } from '#verifier/opened-pack.ts';
import { bufferSource } from '#verifier/source.ts';
import { hashOf } from './pack.ts';

/** The files of a pack, in their order; a name may be there twice. */
export type Files = readonly (readonly [path: string, bytes: Buffer])[];

export const unpack = async (pack: Buffer): Promise<Files> => {
  const { entries, bytes } = await openPack(bufferSource(pack));
  return Promise.all(entries.map(async (entry) => [entry.path, await bytes(entry)] as const));
};

/** Packed as packs are packed. */
export const repack = (files: Files): Promise<Buffer> =>
  buffer(
    zip(
      files.map(([path, bytes]) => ({
        path,
        content: async function* () {
          yield bytes;
        },
      })),
    ),
  );

export const fileIn = (files: Files, path: string): Buffer => {
  const found = files.find(([name]) => name === path);
  if (!found) throw new Error(`the pack has no ${path}`);
  return found[1];
};

export const withFile = (files: Files, path: string, bytes: Buffer): Files =>
  files.map(([name, before]) => [name, name === path ? bytes : before]);

export const manifestIn = (files: Files): Manifest => JSON.parse(fileIn(files, manifestPath).toString());

export const withManifest = (files: Files, manifest: Manifest): Files =>
  withFile(files, manifestPath, Buffer.from(canonical(manifest)));

/** The manifest lists the files as they are now; the signature is left as it was. */
export const relisted = (files: Files): Files => {
  const manifest = manifestIn(files);
  const before = new Map(manifest.files.map((file) => [file.path, file]));
  const listed = files
    .filter(([path]) => !(unlisted as readonly string[]).includes(path))
    .map(([path, bytes]) => ({ ...before.get(path), path, size: bytes.length, sha256: hashOf(bytes) }));
  return withManifest(files, { ...manifest, files: listed });
};

/** Listed and signed anew, by another key that is put into the pack. */
export const resigned = async (files: Files, signer: Signer): Promise<Files> => {
  const listed = relisted(withFile(files, publicKeyPath, Buffer.from(await signer.publicKey())));
  return withFile(listed, signaturePath, Buffer.from(await signer.sign(fileIn(listed, manifestPath))));
};

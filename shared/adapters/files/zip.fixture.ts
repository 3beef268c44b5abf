import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { EvidenceType } from '#domain/evidence/evidence.ts';
import { type ContainerLimits, containerLimits } from './container-limits.ts';
import { faultInContainer, faultWithin } from './containers.ts';

export const readerOf = (bytes: Buffer) => async (start: number, length: number) =>
  bytes.subarray(start, start + length);

export const faultIn = (
  bytes: Buffer,
  type: EvidenceType = 'application/zip',
  limits?: Partial<ContainerLimits>,
): Promise<string | undefined> => {
  const fault = limits ? faultWithin({ ...containerLimits, ...limits }) : faultInContainer;
  return fault(readerOf(bytes), bytes.length, type);
};

/** Bytes that cannot be packed. */
export const noise = (bytes: number): Buffer =>
  createHash('shake256', { outputLength: bytes }).update('noise').digest();

export interface Content {
  readonly [path: string]: string | Uint8Array;
}

/** A real ZIP. A path that ends with a slash is a folder. */
export const zipOf = async (content: Content, options: { mode?: number; compress?: boolean } = {}): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [path, bytes] of Object.entries(content))
    if (path.endsWith('/')) zip.addEmptyDirectory(path);
    else zip.addBuffer(Buffer.from(bytes), path, options);
  zip.end();
  return buffer(zip.outputStream);
};

/** The beginning of each header of this kind: `PK\1\2` in the directory, `PK\3\4` before a content. */
const headersOf = (zip: Buffer, signature: string): number[] => {
  const found: number[] = [];
  for (let at = zip.indexOf(signature, 0, 'latin1'); at !== -1; at = zip.indexOf(signature, at + 1, 'latin1'))
    found.push(at);
  return found;
};
export const directoryHeaders = (zip: Buffer): number[] => headersOf(zip, 'PK\x01\x02');
export const localHeaders = (zip: Buffer): number[] => headersOf(zip, 'PK\x03\x04');

/** The same ZIP with something else in its headers. */
export const patched = (zip: Buffer, patch: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(zip);
  patch(copy);
  return copy;
};

/** The same ZIP with another name of the same length, before the content and in the directory. */
export const renamed = (zip: Buffer, from: string, to: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

/** The parts that make an Office document one. */
export const documentOf = (mainPart: string, more: Content = {}): Content => ({
  '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': '<Relationships/>',
  [mainPart]: '<main/>',
  ...more,
});

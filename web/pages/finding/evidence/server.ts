import { LinkDead, Refused, Unreachable } from '../../../../shared/upload/failure.ts';
import type { Server, UploadedFile } from '../../../../shared/upload/server.ts';
import { ApiProblem, type Client, Unreachable as NoAnswer } from '../../../client/client.ts';

/** What the way of a file takes for a failure, from what the client throws. */
const failureOf = (failure: unknown): unknown => {
  if (failure instanceof NoAnswer) return new Unreachable(failure.message);
  if (!(failure instanceof ApiProblem)) return failure;
  const { status, message } = failure;
  if (status === 404) return new LinkDead();
  return status === 429 || status >= 500 ? new Unreachable(message) : new Refused(status, message);
};

/** Asks the API on the way of a file. */
export const asking = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask;
  } catch (failure) {
    throw failureOf(failure);
  }
};

/** What the way of a file needs to know of its record. */
export const seen = ({ id, fileName, size, sha256, status, reason }: UploadedFile): UploadedFile => ({
  id,
  fileName,
  size,
  sha256,
  status,
  ...(reason !== undefined && { reason }),
});

/** The files of a finding, for somebody who is signed in. */
export const serverOf = (client: Client, finding: string): Server => ({
  request: (body) => asking(client.call('requestUpload', { path: { finding }, body })),
  look: async (evidence) => seen(await asking(client.call('getEvidence', { path: { finding, evidence } }))),
  partsOf: async (evidence) => (await asking(client.call('listParts', { path: { finding, evidence } }))).parts,
  grantPart: async (evidence, part) => {
    const { parts } = await asking(client.call('grantParts', { path: { finding, evidence }, body: { parts: [part] } }));
    const [grant] = parts;
    if (!grant) throw new Refused(200, 'no part was granted');
    return grant;
  },
  complete: async (evidence) => seen(await asking(client.call('completeParts', { path: { finding, evidence } }))),
});

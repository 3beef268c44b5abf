import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { IntakeFiles, RealType } from '#ports/evidence.ts';

/** Types whose bytes carry no signature: any text may be one of these, and nothing with a signature may. */
const signatureless = ['text/plain', 'text/csv', 'application/json', 'message/rfc822'];
/** Enough for every signature in use, and for the first entries of a zipped office file. */
const headBytes = 8192;

const isText = (bytes: Uint8Array): boolean => {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 || !bytes.includes(0);
};

/**
 * What is wrong with an uploaded file, or `undefined` when it is exactly what was declared. `absent`: nothing has been
 * uploaded under this grant yet.
 */
export const faultInUpload = async (
  files: Pick<IntakeFiles, 'look' | 'read'>,
  realType: RealType,
  record: EvidenceRecord,
): Promise<'absent' | string | undefined> => {
  const stored = await files.look(record.key);
  if (!stored) return 'absent';
  if (stored.size !== record.size) return `${record.size} bytes were declared, ${stored.size} arrived.`;
  if (stored.sha256 !== record.sha256) return 'The SHA-256 of the file is not the one declared.';
  if (stored.type !== record.type) return `${record.type} was declared, ${stored.type} arrived.`;
  const head = await files.read(record.key, headBytes);
  const real = await realType(head);
  if (signatureless.includes(record.type))
    return real === undefined && isText(head)
      ? undefined
      : `${record.fileName} is declared as ${record.type} but holds ${real ?? 'binary data'}.`;
  return real === record.type
    ? undefined
    : `${record.fileName} is declared as ${record.type} but holds ${real ?? 'something else'}.`;
};

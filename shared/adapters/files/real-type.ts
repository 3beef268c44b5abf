import { fileTypeFromBuffer } from 'file-type/core';
import type { RealType } from '#ports/evidence.ts';

/** By the signatures that the `file-type` package knows. Its core alone: the rest reads files and streams. */
export const realType: RealType = async (bytes) => (await fileTypeFromBuffer(bytes))?.mime;

/** Bytes of a text that are shown, at most. */
export const mostTextBytes = 200_000;

/** The beginning of a text file. What is no UTF-8 shows as `�`; a character is not cut in two. */
export const textIn = (bytes: Uint8Array<ArrayBuffer>): { readonly text: string; readonly isCut: boolean } => {
  const isCut = bytes.length > mostTextBytes;
  // As a stream: what is left of a character at the cut is kept back, for what will not come.
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, mostTextBytes), { stream: isCut });
  return { text, isCut };
};

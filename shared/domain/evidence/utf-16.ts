const marks = { little: [0xff, 0xfe], big: [0xfe, 0xff] } as const;

/** Tab, line feed, carriage return, form feed: the controls that texts hold. */
const textControls = [0x09, 0x0a, 0x0c, 0x0d];

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
const isControl = (unit: number): boolean =>
  (unit < 0x20 && !textControls.includes(unit)) || (unit >= 0x7f && unit < 0xa0) || unit >= 0xfffe;

/** Whether the units of 16 bits are those of a text: whole characters, and no controls that no text holds. */
const readsAsText = (bytes: Uint8Array, littleEndian: boolean): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(bytes.byteLength / 2);
  for (let at = 0; at < count; at += 1) {
    const unit = view.getUint16(at * 2, littleEndian);
    if (isControl(unit) || isLow(unit)) return false;
    if (!isHigh(unit)) continue;
    at += 1;
    // What is cut off at the end may be half a character.
    if (at < count && !isLow(view.getUint16(at * 2, littleEndian))) return false;
  }
  return true;
};

/** In a text of a Western language most characters have a zero beside them; without a mark that must be so to be believed. */
const hasZerosOf = (bytes: Uint8Array, littleEndian: boolean): boolean => {
  const zeros = bytes.filter((byte, at) => byte === 0 && at % 2 === (littleEndian ? 1 : 0)).length;
  return bytes.byteLength % 2 === 0 && zeros > bytes.byteLength / 4;
};

const begins = (bytes: Uint8Array, [first, second]: readonly [number, number]): boolean =>
  bytes[0] === first && bytes[1] === second;

/** Whether a file's beginning is text in UTF-16, with its mark or, as some programs write it, without. */
export const isUtf16 = (bytes: Uint8Array): boolean =>
  ([true, false] as const).some(
    (littleEndian) =>
      (begins(bytes, littleEndian ? marks.little : marks.big) || hasZerosOf(bytes, littleEndian)) &&
      readsAsText(bytes, littleEndian),
  );

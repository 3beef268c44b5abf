import iconv from 'iconv-lite';

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  // Before UTF-16 little endian, whose mark it begins with.
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32be', mark: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** Control characters that text does not hold: all but tab, line breaks and form feed. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]/u;
/** Ends a text file of old systems. */
const SUBSTITUTE = '\u001a';
const UNDECODABLE = '\ufffd';

const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  // Western text has a zero in nearly every second byte, and none in the others.
  const most = sample.length / 2;
  if (zeros.odd > most * 0.5 && zeros.even < most * 0.05) return 'utf-16le';
  if (zeros.even > most * 0.5 && zeros.odd < most * 0.05) return 'utf-16be';
  return undefined;
};

const asUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** TextDecoder's own windows-1252 has read 0x80-0x9F as Latin-1 in releases of Node; iconv-lite's is right. */
const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  const text = iconv.decode(bytes, encoding);
  return text.includes(UNDECODABLE) ? undefined : text;
};

/**
 * The text of a file by its byte order mark, else UTF-16 by where its zeros are, else UTF-8 where it is valid, else
 * Windows-1252. Undefined: no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? utf16WithoutMark(bytes);
  const text =
    encoding === undefined || encoding === 'utf-8'
      ? (asUtf8(bytes) ?? (marked ? iconv.decode(bytes, 'utf-8') : decoded(bytes, 'windows-1252')))
      : decoded(bytes, encoding);
  const whole = text?.endsWith(SUBSTITUTE) ? text.slice(0, -1) : text;
  if (whole === undefined || CONTROL.test(whole)) return undefined;
  return whole.replace(/^\ufeff/, '').toWellFormed();
}

/** Seconds by which an index, a write on its way or another machine's clock may be late. */
const overlap = 60;
/** Seconds after which everything is read again, whatever the reason for which something may have been missed. */
const longest = 3600;

const mark = /^(?<whole>[^/]+)\/(?<read>[^/]+)$/;
const before = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) - seconds * 1000).toISOString();

/** The mark of an answer: when everything was read last, and when this was. */
export const markOf = (whole: string, read: string): string => `${whole}/${read}`;

/**
 * Since when to read on; `undefined`: everything, as it has been too long, or as the clock was put back since.
 * @throws {RangeError} for what is no mark
 */
export const sinceMark = (text: string, now: string): { readonly whole: string; readonly from: string } | undefined => {
  const { whole, read } = mark.exec(text)?.groups ?? {};
  if (whole === undefined || read === undefined) throw new RangeError(`${text} is no mark of the register`);
  const isFresh = read <= now && before(now, longest) <= whole;
  return isFresh ? { whole, from: before(read, overlap) } : undefined;
};

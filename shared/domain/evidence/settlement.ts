import type { Kept, Scan } from './evidence.ts';

/**
 * What a malware scanner says of a file in the intake. `pending`: nothing yet; whoever asks is called again when the
 * verdict is there. `undecided`: it could not scan the file, `detail` says why.
 */
export type Verdict =
  | { readonly verdict: 'pending' }
  | { readonly verdict: Scan['verdict']; readonly by: string; readonly detail?: string | undefined };

/** How the checks of a file ended, or where they stand. */
export type Settlement =
  | { readonly status: 'checking' }
  | { readonly status: 'held'; readonly reason: string; readonly scan: Scan }
  | { readonly status: 'registered'; readonly scan: Scan; readonly kept: Kept }
  | { readonly status: 'quarantined'; readonly reason: string; readonly scan?: Scan | undefined };

/** What follows from a verdict. `clean`: nothing stands against the file; it is evidence as soon as the vault has it. */
export type Ruling = Exclude<Settlement, { status: 'registered' }> | { readonly status: 'clean'; readonly scan: Scan };

const foundIn = (by: string, detail: string | undefined): string =>
  detail === undefined ? `${by} found malware in this file.` : `${by} found malware in this file: ${bare(detail)}.`;
const gaveUp = (by: string, detail: string | undefined): string =>
  detail === undefined ? `${by} could not scan this file.` : `${by} could not scan this file: ${bare(detail)}.`;
const bare = (detail: string): string => detail.replace(/\.$/, '');

/**
 * What a scanner's verdict leads to. Only `clean`, and the plain `not-scanned` where no scanner is installed, promote a
 * file: what a scanner could not decide stays where it is and is shown.
 * @param at instant in UTC of the verdict
 */
export const rulingOn = (answer: Verdict, at: string): Ruling => {
  if (answer.verdict === 'pending') return { status: 'checking' };
  const { by, verdict, detail } = answer;
  const scan: Scan = { by, verdict, at, ...(detail !== undefined && { detail }) };
  switch (verdict) {
    case 'clean':
    case 'not-scanned':
      return { status: 'clean', scan };
    case 'infected':
      return { status: 'quarantined', reason: foundIn(by, detail), scan };
    case 'undecided':
      return { status: 'held', reason: gaveUp(by, detail), scan };
  }
};

import * as z from 'zod';
import { ok, type Refusal, type Result, refuse } from '../result.ts';
import { CLAUSES } from './catalog.ts';
import { type AnnexReading, readIsoReference } from './iso-27001.ts';
import { isDocumentNumber, type OtherReading, readFreeText, readKnownFramework } from './other-frameworks.ts';

export const ISO_27001 = 'ISO/IEC 27001:2022';

/** Characters of a cell, and of one requirement. What is longer is the text of a requirement, not its number. */
const LONGEST_CELL = 2000;
const LONGEST_ID = 200;

/**
 * What a finding says is not fulfilled. `id` is canonical for ISO/IEC 27001 (`9.2`, `6.1.3 d`, `A.8.13`) and as written
 * for everything else (`ac-6.1`, `Art. 32`, `POL-BKP v3, section 4`).
 */
export const Requirement = z.strictObject({
  framework: z.string().min(1).max(80),
  id: z.string().min(1).max(LONGEST_ID),
});
export type Requirement = z.infer<typeof Requirement>;

/** No finding names more; also bounds what a range such as `A.8.1-A.8.34` may expand to. */
export const MAX_REQUIREMENTS = 20;

const SEPARATOR = /(\s*(?:[;\n\r|]+|,|\/|&|\+|\band\b|\bund\b|\bas well as\b|\bsowie\b)\s*)/i;
const PLACEHOLDER =
  /^(?:[-–—_.?]+|n\s*\/\s*a|n\.\s?a\.?|none|keine?r?|k\.\s?a\.?|tbd|tbc|not applicable|entfällt|unknown)$/i;
const SECTION_OF_DOCUMENT =
  /^(?:§|(?:sections?|sec|clauses?|cl|chapter|abschnitt|kapitel|art|article|artikel|paragraph|para|annex|appendix)\b)/i;
const LETTER = /^\(?([a-z])\)?$/i;

interface Piece {
  /** As it stood between this piece and the one before. */
  readonly separator: string;
  readonly text: string;
}

/** A dash, "n/a" and the like stand for nothing written. */
export const isPlaceholder = (text: string): boolean => text.trim() === '' || PLACEHOLDER.test(text.trim());

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\S\n\r]+/g, ' ')
    // The slash of a standard's name parts nothing; U+2044 holds its place until the pieces are made.
    .replace(/\b(ISO|IEC)\s*\/\s*(?=IEC|TS|TR)/gi, '$1\u2044')
    .replace(/\/\s*(?=Amd)/gi, '\u2044')
    .replace(/\b(27001(?:\s*:\s*20\d\d)?)\s*[,;\n]\s*/g, '$1 ')
    // "9,2" is 9.2 as a spreadsheet with a decimal comma writes it, and "9, 2" or "9.2,9.3" is a list.
    .replace(/(?<![\d.,])(\d{1,2}),(\d{1,2})(?![\d.,])/g, (list, first: string, second: string) =>
      CLAUSES[`${first}.${second}`] === undefined ? list : `${first}.${second}`,
    )
    .trim();

const bare = (text: string): string =>
  text
    .replaceAll('\u2044', '/')
    .trim()
    .replace(/^[\s•*·"'“”„–—-]+|[\s.,:"'“”„]+$/g, '')
    .replace(/^[([](.*)[)\]]$/s, (whole, inner: string) => (/[()[\]]/.test(inner) ? whole : inner));

const standsAlone = (text: string): boolean =>
  readIsoReference(text).kind !== 'not-iso' || readKnownFramework(text) !== undefined || isDocumentNumber(text);

/** Whether `right` begins a requirement of its own, or goes on with the title or text of `left`. */
const parts = (left: string, separator: string, right: string): boolean => {
  if (left.split('(').length > left.split(')').length) return false;
  if (/[;\n\r|]/.test(separator)) return true;
  const iso = readIsoReference(left);
  if (LETTER.test(right)) return iso.kind === 'reference' || LETTER.test(left);
  if (iso.kind === 'not-iso' && SECTION_OF_DOCUMENT.test(right)) return false;
  if (standsAlone(right)) return true;
  const leftIsComplete = iso.kind === 'wrong' || (iso.kind === 'reference' && iso.rest.trim() === '');
  return leftIsComplete && !separator.includes('/');
};

const split = (cell: string): readonly Piece[] => {
  const tokens = tidy(cell).split(SEPARATOR);
  const pieces: Piece[] = [{ separator: '', text: tokens[0] ?? '' }];
  for (let index = 1; index < tokens.length; index += 2) {
    const [separator = '', text = ''] = [tokens[index], tokens[index + 1]];
    const left = pieces.at(-1);
    if (left === undefined || left.text.trim() === '' || parts(bare(left.text), separator, bare(text))) {
      pieces.push({ separator, text });
    } else {
      pieces[pieces.length - 1] = { separator: left.separator, text: `${left.text}${separator}${text}` };
    }
  }
  return pieces.map(({ separator, text }) => ({ separator, text: bare(text) })).filter(({ text }) => text !== '');
};

interface Before {
  /** The clause the piece before named, so that "6.1.3 a), b)" can go on. */
  readonly clause?: string;
  readonly framework?: OtherReading;
  readonly annex: AnnexReading;
}

interface Reading {
  readonly requirements: readonly Requirement[];
  readonly refusals: readonly Refusal[];
  readonly before: Before;
}

const iso = (id: string): Requirement => ({ framework: ISO_27001, id });

const readPiece = (text: string, annexOfColumn: AnnexReading, before: Before): Reading => {
  const letter = LETTER.exec(text)?.[1]?.toLowerCase();
  if (letter !== undefined && before.clause !== undefined) {
    return { requirements: [iso(`${before.clause} ${letter}`)], refusals: [], before };
  }
  if (before.framework?.named === true && /^(?:\d|\(|art\b)/i.test(text)) {
    return { requirements: [{ framework: before.framework.framework, id: text }], refusals: [], before };
  }
  const known = readKnownFramework(text);
  const isIso27001 = known === undefined || /^\D+27001(?!\d)/.test(known.framework);
  const reading = isIso27001 ? readIsoReference(text, before.annex) : { kind: 'not-iso' as const };
  if (reading.kind === 'wrong')
    return { requirements: [], refusals: [reading.refusal], before: { annex: annexOfColumn } };
  if (reading.kind === 'not-iso') {
    const other = known ?? readFreeText(text);
    return {
      requirements: [{ framework: other.framework, id: other.id }],
      refusals: [],
      before: { annex: annexOfColumn, framework: other },
    };
  }
  const last = reading.ids.at(-1) ?? '';
  const annex = annexOfColumn === 'prefer' || reading.annexLabel ? 'prefer' : last.startsWith('A.') ? 'fallback' : 'no';
  const after: Before = last.startsWith('A.') ? { annex } : { annex, clause: last.split(' ')[0] ?? last };
  const requirements = reading.ids.map(iso);
  const rest = bare(reading.rest);
  // "A.8.8 A.8.9": a further reference, and no title, follows.
  if (!/^a?[.\s]?\d{1,2}\.\d/i.test(rest)) return { requirements, refusals: [], before: after };
  const next = readPiece(rest, annexOfColumn, after);
  return { ...next, requirements: [...requirements, ...next.requirements] };
};

const withoutRepeats = (requirements: readonly Requirement[]): Requirement[] => [
  ...new Map(requirements.map((requirement) => [`${requirement.framework}\n${requirement.id}`, requirement])).values(),
];

const tooLong = (length: number): Refusal => ({
  code: 'requirement-too-long',
  message: `More than ${length} characters: give the number of the requirement here, and its text in the statement.`,
  field: 'requirements',
});

/**
 * Reads a cell that names requirements: `A.8.8`, `Annex A 8.8`, `Clause 9.3`, `6.1.3 d)`, `ISO/IEC 27001:2022 9.2`, with
 * or without a title behind, several parted by `;` `,` `/` line breaks `and` `&`, ranges within one clause or theme. A
 * bare `5.1` is the clause, unless `annex` says that the column holds controls. An empty cell, or a dash, gives none.
 *
 * Refused, each piece with its own reason (all with field `requirements`): what is numbered like ISO/IEC 27001 but is not
 * in the 2022 edition. What is not numbered like it is another framework's or the organization's own, and kept as written.
 */
export function parseRequirements(cell: string, annex: 'prefer' | 'no' = 'no'): Result<Requirement[]> {
  if (isPlaceholder(cell)) return ok([]);
  if (cell.length > LONGEST_CELL) return refuse(tooLong(LONGEST_CELL));
  const found: Requirement[] = [];
  const refusals: Refusal[] = [];
  let before: Before = { annex };
  for (const { separator, text } of split(cell)) {
    const startsAnew = /[;\n\r|]/.test(separator) && before.annex !== 'prefer';
    const reading = readPiece(text, annex, startsAnew ? { annex } : before);
    found.push(...reading.requirements);
    refusals.push(...reading.refusals);
    before = reading.before;
  }
  if (found.some(({ id }) => id.length > LONGEST_ID)) refusals.push(tooLong(LONGEST_ID));
  const requirements = withoutRepeats(found);
  if (requirements.length > MAX_REQUIREMENTS) {
    refusals.push({
      code: 'too-many-requirements',
      message: `The finding names ${requirements.length} requirements; ${MAX_REQUIREMENTS} is the most.`,
      field: 'requirements',
    });
  }
  return refusals.length > 0 ? { ok: false, refusals } : ok(requirements);
}

import type { Refusal } from '../result.ts';
import { CLAUSES, controlId, controlsInTheme, hasLetteredItems, subClauses, WHAT_EXISTS } from './catalog.ts';

/**
 * How a bare number such as `8.8` is read where no "A." stands before it: `prefer` as a control of Annex A where there
 * is one (a column "Annex A", a list begun with "Annex A"), `fallback` only where there is no such clause.
 */
export type AnnexReading = 'prefer' | 'fallback' | 'no';

export type IsoReading =
  | {
      readonly kind: 'reference';
      /** Canonical: `9.2`, `6.1.3 d`, `A.8.13`; several for a range. */
      readonly ids: readonly string[];
      /** What follows the reference: nothing, a title, or a further reference. */
      readonly rest: string;
      /** A word such as "Annex" or "Controls" came before a number without "A.": what follows in the list is read alike. */
      readonly annexLabel: boolean;
    }
  | { readonly kind: 'wrong'; readonly refusal: Refusal }
  | { readonly kind: 'not-iso' };

const NAME =
  /^(?:(?:din|en|bs|une|uni|nf|nen|ss|sn|önorm|as|nzs)[\s/-]+)*(?:iso|iec)(?:\s*\/\s*iec)?[\s-]*27001(?!\d)(?:\s*[:(-]?\s*(20\d\d)(?:-\d\d)?\)?)?(?:\s*\/?\s*amd\.?\s*\d(?:\s*:\s*20\d\d)?)?[\s,:–—-]*/i;
const ANNEX_LABEL =
  /^(?:annex|anhang|appendix)(?![a-z])\s*(?:a(?=[\s:–—-]+(?:controls?|maßnahmen?|a[.\s]?\d)))?[\s:.–—-]*/i;
const CONTROL_LABEL = /^(?:controls?|maßnahmen?)(?![a-z])[\s:.#–—-]*(?:no\.?|nr\.?)?\s*/i;
const CLAUSE_LABEL =
  /^(?:§+|(?:sub-?clauses?|clauses?|cls?|klauseln?|(?:norm)?kapitel|kap|abschnitt|ziffern?|sections?|sec|chapter|requirements?|req)(?![a-z]))[\s:.#–—-]*(?:no\.?|nr\.?)?\s*/i;
const CONTROL = /^a[\s.:–-]*(\d{1,2})(?:\.(\d{1,3}))?(?:\.(\d{1,2}))?(?:\.\d+)*(?!\d|\.\d)/i;
// "A 5 day rule" and "A4 paper" are prose; "A.5", "A5" and "Annex A 5" are not.
const THEME_ALONE = /^a(?:\.\s?\d{1,2}(?!\d)|\d{1,2}\s*$)/i;
const CLAUSE = /^(\d{1,2})(?:\.(\d{1,3}))?(?:\.(\d{1,2}))?((?:\.\d+)*)(?!\d)/;
const ITEM = /^\.?\s*(?:\(([a-z])\)|([a-z])(?:\)|(?=\s*(?:$|[-–—:,]))))(?:\s*(\d{1,2})\)?(?=\s*$))?/i;
const RANGE =
  /^\s*(?:-|–|—|\bto\b|\bbis\b|\bthrough\b|\.{2,3}|…)\s*(?=a?[\s.]?\d{1,2}\.\d|\d{1,2}\s*$|\(?[a-z]\)?\s*$)/i;

const wrong = (code: string, message: string): IsoReading => ({
  kind: 'wrong',
  refusal: { code, message, field: 'requirements' },
});

const WHAT_ELSE = `${WHAT_EXISTS} A requirement of another framework needs its name in front.`;

const readControl = (numbers: RegExpExecArray, asWritten: string): string | IsoReading => {
  const [theme, control] = [Number(numbers[1]), Number(numbers[2])];
  const of2013 = numbers[3] !== undefined || theme > 8;
  if (of2013 && theme >= 5 && theme <= 18) {
    return wrong(
      'control-of-other-edition',
      `"${asWritten}" is numbering of the 2013 edition, which is no longer in force: name the control of the 2022 edition. ${WHAT_EXISTS}`,
    );
  }
  if (numbers[2] === undefined && controlsInTheme(theme) !== undefined) {
    return wrong(
      'control-not-named',
      `"${asWritten}" is a whole theme of Annex A: name the control, A.${theme}.1 to A.${theme}.${controlsInTheme(theme)}.`,
    );
  }
  return (
    (of2013 ? undefined : controlId(theme, control)) ??
    wrong('unknown-control', `There is no control "${asWritten}". ${WHAT_ELSE}`)
  );
};

const unknownClause = (number: string, asWritten: string): IsoReading => {
  const [first, second, third] = number.split('.').map(Number);
  if (third !== undefined && first !== undefined && first >= 5 && first <= 18 && subClauses(`${first}`).length === 0) {
    return wrong(
      'control-of-other-edition',
      `"${asWritten}" is no clause; A.${number} was a control of the 2013 edition, which is no longer in force. ${WHAT_EXISTS}`,
    );
  }
  const control = third === undefined ? controlId(first ?? 0, second ?? 0) : undefined;
  const parent = [number.split('.').slice(0, 2).join('.'), `${first}`].find((id) => subClauses(id).length > 0);
  const below = parent === undefined ? [] : subClauses(parent);
  const hint =
    control !== undefined
      ? ` If the control of Annex A is meant, write ${control}.`
      : parent !== undefined
        ? ` Clause ${parent} has ${below[0]} to ${below.at(-1)}.`
        : '';
  return wrong('unknown-clause', `There is no clause "${asWritten}".${hint} ${WHAT_ELSE}`);
};

/** The references from `from` up to `to`, both of one theme or one parent clause; undefined if they are not. */
const expand = (from: string, to: string): readonly string[] | undefined => {
  const [parent, parentOfLast] = [from, to].map((id) => id.slice(0, id.lastIndexOf('.') + 1));
  const [first, last] = [from, to].map((id) => Number(id.slice(id.lastIndexOf('.') + 1)));
  if (parent !== parentOfLast || first === undefined || last === undefined || !(last > first)) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => `${parent}${first + index}`);
};

const letters = (from: string, to: string): string[] => {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => String.fromCharCode(first + i));
};

/** The reference `id`, or all of the range where `rest` goes on with one: `A.8.1 - A.8.3`, `A.8.1-3`, `6.1.3 a) to c)`. */
const withRange = (id: string, rest: string, annexLabel: boolean): IsoReading => {
  const range = RANGE.exec(rest);
  if (range === null) return { kind: 'reference', ids: [id], rest, annexLabel };
  const after = rest.slice(range[0].length);
  const [clause = id, letter] = id.split(' ');
  const lastLetter = /^\(?([a-z])\)?\s*$/i.exec(after)?.[1]?.toLowerCase();
  if (lastLetter !== undefined) {
    const all = letter === undefined ? [id] : letters(letter, lastLetter).map((item) => `${clause} ${item}`);
    return { kind: 'reference', ids: all, rest: '', annexLabel };
  }
  const isNumber = /^\d{1,2}\s*$/.test(after);
  const end = readIsoReference(
    isNumber ? `${id.slice(0, id.lastIndexOf('.') + 1)}${after}` : after,
    id.startsWith('A.') ? 'prefer' : 'no',
  );
  if (end.kind === 'wrong') return end;
  const ids = end.kind === 'reference' && end.ids.length === 1 ? expand(id, end.ids[0] ?? '') : undefined;
  if (ids === undefined || end.kind !== 'reference') {
    return wrong(
      'unclear-range',
      `The range "${id}${rest.trimEnd()}" cannot be read: list the requirements one by one.`,
    );
  }
  return { kind: 'reference', ids, rest: end.rest, annexLabel };
};

const readClause = (text: string, labelled: boolean, annex: AnnexReading, annexLabel: boolean): IsoReading => {
  const numbers = CLAUSE.exec(text);
  if (numbers === null) return { kind: 'not-iso' };
  const parts = numbers.slice(1, 4).filter((part) => part !== undefined);
  const number = `${parts.map(Number).join('.')}${numbers[4]}`;
  const rest = text.slice(numbers[0].length);
  const item = ITEM.exec(rest);
  if (item === null && /^[\p{L}\d%°]/u.test(rest)) return { kind: 'not-iso' };
  const isNumberInProse = parts.length === 1 && !labelled && CLAUSES[number] === undefined && rest.trim() !== '';
  if (isNumberInProse) return { kind: 'not-iso' };
  const control = parts.length === 2 ? controlId(Number(parts[0]), Number(parts[1])) : undefined;
  const asControl = control !== undefined && (annex === 'prefer' || (annex === 'fallback' && !(number in CLAUSES)));
  if (asControl) return withRange(control, rest, annexLabel);
  if (CLAUSES[number] === undefined) return unknownClause(number, numbers[0]);
  const letter = (item?.[1] ?? item?.[2])?.toLowerCase();
  if (item === null || letter === undefined) return withRange(number, rest, annexLabel);
  if (!hasLetteredItems(number)) {
    return wrong('unknown-clause-item', `Clause ${number} has no lettered items: leave out "${letter}".`);
  }
  const id = `${number} ${letter}${item[3] === undefined ? '' : ` ${item[3]}`}`;
  return withRange(id, rest.slice(item[0].length), annexLabel);
};

type Label = 'annex' | 'control' | 'clause';

/** Takes "Annex A", "Control", "Clause", "§" and the like off the front, also several ("Annex A, control"). */
const withoutLabels = (text: string, outer?: Label): { readonly label?: Label; readonly rest: string } => {
  const found = [
    { label: 'annex', match: ANNEX_LABEL.exec(text) },
    { label: 'control', match: CONTROL_LABEL.exec(text) },
    { label: 'clause', match: CLAUSE_LABEL.exec(text) },
  ] as const;
  for (const { label, match } of found) {
    if (match !== null) return withoutLabels(text.slice(match[0].length), outer ?? label);
  }
  return outer === undefined ? { rest: text } : { label: outer, rest: text };
};

/**
 * Reads the reference to ISO/IEC 27001:2022 that `text` begins with. `wrong`: it is one by its shape or label, but the
 * edition has no such number. `not-iso`: it is something else.
 */
export function readIsoReference(text: string, annex: AnnexReading = 'no'): IsoReading {
  const name = NAME.exec(text);
  const year = Number(name?.[1] ?? 2022);
  if (year < 2022) {
    return wrong(
      'other-edition',
      `"${text.trim().slice(0, 80)}" names the ${year} edition of ISO/IEC 27001, which is no longer in force: name the requirement of the 2022 edition.`,
    );
  }
  const { label, rest } = withoutLabels(text.slice(name?.[0].length ?? 0));
  if (label === 'annex' && /^a?$/i.test(rest.trim())) {
    return wrong('control-not-named', `"${text.trim().slice(0, 80)}" names no control. ${WHAT_EXISTS}`);
  }
  const control = CONTROL.exec(rest);
  if (control !== null && (control[2] !== undefined || label !== undefined || THEME_ALONE.test(rest))) {
    const id = readControl(control, control[0]);
    return typeof id === 'string' ? withRange(id, rest.slice(control[0].length), label === 'annex') : id;
  }
  const labelled = label !== undefined || name !== null;
  const isAnnex = label === 'annex' || label === 'control';
  const reading = readClause(rest, labelled, isAnnex ? 'prefer' : label === 'clause' ? 'no' : annex, isAnnex);
  if (reading.kind === 'not-iso' && name !== null) {
    return wrong(
      'requirement-not-named',
      `"${text.trim().slice(0, 80)}" names the standard but no clause or control of it that can be read. ${WHAT_EXISTS}`,
    );
  }
  return reading;
}

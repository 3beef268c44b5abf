import type { Grade } from '../finding/state.ts';

const GRADE_WORDS: Readonly<Record<string, Grade>> = {
  major: 'major',
  maj: 'major',
  hauptabweichung: 'major',
  haupt: 'major',
  wesentliche: 'major',
  schwerwiegende: 'major',
  minor: 'minor',
  min: 'minor',
  nebenabweichung: 'minor',
  neben: 'minor',
  geringfugige: 'minor',
  unwesentliche: 'minor',
  ofi: 'ofi',
  ofis: 'ofi',
  opportunity: 'ofi',
  opportunities: 'ofi',
  improvement: 'ofi',
  improvements: 'ofi',
  observation: 'ofi',
  observations: 'ofi',
  obs: 'ofi',
  recommendation: 'ofi',
  verbesserung: 'ofi',
  verbesserungspotenzial: 'ofi',
  verbesserungspotential: 'ofi',
  verbesserungsmoglichkeit: 'ofi',
  verbesserungshinweis: 'ofi',
  beobachtung: 'ofi',
  empfehlung: 'ofi',
  hinweis: 'ofi',
};

/** Say that it is a nonconformity, and not how grave it is. */
const NONCONFORMITY_WORDS: ReadonlySet<string> = new Set(
  'nc ncs ncr car nonconformity nonconformities nonconformance nonconformances noncompliance deviation abweichung nichtkonformitat'.split(
    ' ',
  ),
);
const FILLERS: ReadonlySet<string> = new Set(
  'for of to the a zur finding audit grade category type class area'.split(' '),
);

export type GradeReading =
  | { readonly kind: 'grade'; readonly grade: Grade }
  /** "NC" alone: a nonconformity, but neither major nor minor is said. */
  | { readonly kind: 'nonconformity' }
  | { readonly kind: 'unknown' };

/**
 * Reads `Major`, `MAJOR NC`, `Minor non-conformity`, `NC (minor)`, `OFI`, `Observation`, `Opportunity for improvement` and
 * the German words. Anything it does not know every word of, or that says two grades, is `unknown`: a grade is not guessed.
 */
export function readGrade(text: string): GradeReading {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bnon[\s-]+(?=con|com)/g, 'non')
    .replace(/\bn\s?[./]\s?c\b\.?/g, 'nc')
    .match(/[\p{L}\d]+/gu);
  const graded = new Set<Grade>();
  let isNonconformity = false;
  for (const word of words ?? []) {
    const grade = Object.hasOwn(GRADE_WORDS, word) ? GRADE_WORDS[word] : undefined;
    if (grade !== undefined) graded.add(grade);
    else if (NONCONFORMITY_WORDS.has(word)) isNonconformity = true;
    else if (!FILLERS.has(word)) return { kind: 'unknown' };
  }
  const [grade, second] = [...graded];
  // ISO/IEC 17021-1, 9.4.5.2: a nonconformity may not be recorded as an opportunity for improvement.
  if (second !== undefined || (grade === 'ofi' && isNonconformity)) return { kind: 'unknown' };
  if (grade !== undefined) return { kind: 'grade', grade };
  return isNonconformity ? { kind: 'nonconformity' } : { kind: 'unknown' };
}

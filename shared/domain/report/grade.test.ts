import { describe, expect, it } from 'vitest';
import { readGrade } from './grade.ts';

const read = (text: string): string => {
  const reading = readGrade(text);
  return reading.kind === 'grade' ? reading.grade : reading.kind;
};

describe('the grade of a finding', () => {
  it.each([
    'Major',
    'MAJOR NC',
    'major nonconformity',
    'Major non-conformity',
    'Major non conformity',
    'NC major',
    'NC (Major)',
    'N/C Major',
    'NC - Major',
    'Major Non-Conformance',
    'Hauptabweichung',
    'Haupt-Abweichung',
    'Wesentliche Abweichung',
  ])('reads "%s" as major', (text) => expect(read(text)).toBe('major'));
  it.each([
    'Minor',
    'minor nc',
    'Minor nonconformity',
    'minor non-conformity',
    'Minor Nonconformities',
    'NC minor',
    'Nebenabweichung',
    'Neben-Abweichung',
    'Geringfügige Abweichung',
    'unwesentliche Abweichung',
  ])('reads "%s" as minor', (text) => expect(read(text)).toBe('minor'));
  it.each([
    'OFI',
    'ofi',

    'Observation',
    'Opportunity',
    'Opportunity for improvement',
    'Opportunities for Improvement (OFI)',
    'Area for improvement',
    'Verbesserungspotenzial',
    'Empfehlung',
    'Hinweis',
    'Verbesserungsmöglichkeit',
  ])('reads "%s" as an opportunity for improvement', (text) => expect(read(text)).toBe('ofi'));
  it.each(['NC', 'Nonconformity', 'Abweichung'])('reads "%s" as a nonconformity of no grade', (text) =>
    expect(read(text)).toBe('nonconformity'),
  );
  it.each([
    'Severe',
    'Critical',
    'High',
    '1',
    'Major?minor',
    'Major / Minor',
    'not major',
    'OFI nonconformity',
    'conform',
    'constructor',
    '',
    '!!',
  ])('does not guess "%s"', (text) => expect(read(text)).toBe('unknown'));
});

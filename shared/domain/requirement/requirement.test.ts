import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAUSES, CONTROLS } from './catalog.ts';
import { ISO_27001, parseRequirements, Requirement } from './requirement.ts';

/** `framework|id` of each, the framework left out for ISO/IEC 27001:2022; or the codes of the refusals. */
const read = (cell: string, annex: 'prefer' | 'no' = 'no'): string[] => {
  const result = parseRequirements(cell, annex);
  if (!result.ok) return result.refusals.map(({ code }) => `refused ${code}`);
  return result.value.map(({ framework, id }) => (framework === ISO_27001 ? id : `${framework}|${id}`));
};

const sentences = (cell: string): string => {
  const result = parseRequirements(cell);
  return result.ok ? '' : result.refusals.map(({ message }) => message).join(' ');
};

describe('one requirement of ISO/IEC 27001:2022', () => {
  it.each([
    'A.8.8',
    'A 8.8',
    'A8.8',
    'a.8.8',
    'Annex A 8.8',
    'Annex A.8.8',
    'Annex A: 8.8',
    'Annex A Control 8.8',
    'Control A.8.8',
    'Control 8.8',
    'Controls: A.8.8',
    'A.08.08',
    '(A.8.8)',
    'A.8.8.',
    'ISO 27001 A.8.8',
    'ISO/IEC 27001:2022 A.8.8',
    'DIN EN ISO/IEC 27001:2024-01 A.8.8',
    'Maßnahme A.8.8',
    'Anhang A 8.8',
    'A.8.8 Technical vulnerabilities',
    'A.8.8 (formerly A.12.6.1)',
    'A.8.8 – patches, and their tests',
  ])('reads "%s" as the control A.8.8', (cell) => expect(read(cell)).toEqual(['A.8.8']));

  it.each([
    '9.3',
    'Clause 9.3',
    'clause 9.3.',
    'Cl. 9.3',
    'Cl 9.3',
    '§ 9.3',
    '§9.3',
    'Kapitel 9.3',
    'Section 9.3',
    'Requirement 9.3',
    'ISO 27001 9.3',
    'ISO/IEC 27001:2022 9.3',
    'ISO/IEC 27001:2022, clause 9.3',
    'ISO/IEC 27001:2022/Amd 1:2024 9.3',
    '9,3',
    '9.3 Management review',
    '• 9.3',
  ])('reads "%s" as clause 9.3', (cell) => expect(read(cell)).toEqual(['9.3']));

  it.each([
    '6.1.3 d',
    '6.1.3 d)',
    '6.1.3d',
    '6.1.3(d)',
    '6.1.3 (d)',
    '6.1.3.d',
    'Clause 6.1.3 d) Statement of applicability',
    '6.1.3 D',
  ])('reads "%s" as the item 6.1.3 d', (cell) => expect(read(cell)).toEqual(['6.1.3 d']));

  it('reads a bare 5.1 as the clause, and as the control where the column holds controls', () => {
    expect(read('5.1')).toEqual(['5.1']);
    expect(read('5.1', 'prefer')).toEqual(['A.5.1']);
    expect(read('9.3', 'prefer')).toEqual(['9.3']);
  });

  it('reads every number of the catalog as itself', () => {
    for (const id of [...CONTROLS, ...Object.keys(CLAUSES)]) expect(read(id)).toEqual([id]);
  });
});

describe('several requirements', () => {
  it.each([
    ['A.8.13; 9.1', ['A.8.13', '9.1']],
    ['A.8.13/A.8.14', ['A.8.13', 'A.8.14']],
    ['9.2\n9.3', ['9.2', '9.3']],
    ['9.2 and A.5.35', ['9.2', 'A.5.35']],
    ['9.2 & 9.3', ['9.2', '9.3']],
    ['Kapitel 9.2 und 9.3', ['9.2', '9.3']],
    ['4.1, 4.2 and 4.3', ['4.1', '4.2', '4.3']],
    ['9.2,9.3', ['9.2', '9.3']],
    ['A.8.8 A.8.9', ['A.8.8', 'A.8.9']],
    ['ISO/IEC 27001:2022, Clause 9.2 and A.5.35', ['9.2', 'A.5.35']],
    ['6.1.2 a), b) and c)', ['6.1.2 a', '6.1.2 b', '6.1.2 c']],
    ['9.2; 9.2', ['9.2']],
    ['A.5.9 Inventory of information and other associated assets', ['A.5.9']],
    ['A.8.13 and Backup Policy', ['A.8.13', 'own policy|Backup Policy']],
  ])('reads %j', (cell, ids) => expect(read(cell)).toEqual(ids));

  it('goes on with controls after one, where there is no such clause', () => {
    expect(read('A.8.8, 8.9')).toEqual(['A.8.8', 'A.8.9']);
    expect(read('A.5.1 & 5.2')).toEqual(['A.5.1', '5.2']);
    expect(read('Annex A 5.1, 5.2')).toEqual(['A.5.1', 'A.5.2']);
  });

  it.each([
    ['A.8.1-A.8.3', ['A.8.1', 'A.8.2', 'A.8.3']],
    ['A.8.1 to 3', ['A.8.1', 'A.8.2', 'A.8.3']],
    ['A.5.15–A.5.16', ['A.5.15', 'A.5.16']],
    ['9.1 - 9.3', ['9.1', '9.2', '9.3']],
    ['clauses 4 to 6', ['4', '5', '6']],
    ['6.1.3 a) - c)', ['6.1.3 a', '6.1.3 b', '6.1.3 c']],
    ['A.8.3-A.8.1', ['refused unclear-range']],
    ['A.5.1-A.6.2', ['refused unclear-range']],
    ['A.8.1-A.8.34', ['refused too-many-requirements']],
    ['A.8.33-A.8.35', ['refused unknown-control']],
  ])('reads the range %j', (cell, ids) => expect(read(cell)).toEqual(ids));

  it('gives every reason, not just the first', () => {
    expect(read('A.5.38; 9.2; 11.2')).toEqual(['refused unknown-control', 'refused unknown-clause']);
  });
});

describe('what is numbered like ISO/IEC 27001 but does not exist', () => {
  it.each([
    ['A.18.1', 'control-of-other-edition'],
    ['A.12.6.1', 'control-of-other-edition'],
    ['12.6.1', 'control-of-other-edition'],
    ['A.9', 'control-of-other-edition'],
    ['A.8.13.1', 'control-of-other-edition'],
    ['ISO 27001:2013 A.9.2.1', 'other-edition'],
    ['A.5.38', 'unknown-control'],
    ['A.8.35', 'unknown-control'],
    ['A.8.0', 'unknown-control'],
    ['A.4.1', 'unknown-control'],
    ['11.2', 'unknown-clause'],
    ['Clause 3', 'unknown-clause'],
    ['10.3', 'unknown-clause'],
    ['6.1.4', 'unknown-clause'],
    ['8.8', 'unknown-clause'],
    ['9.2.1.1', 'unknown-clause'],
    ['7.1 a)', 'unknown-clause-item'],
    ['A.8', 'control-not-named'],
    ['Annex A', 'control-not-named'],
    ['ISO 27001', 'requirement-not-named'],
  ])('refuses %s: %s', (cell, code) => expect(read(cell)).toEqual([`refused ${code}`]));

  it('says what exists', () => {
    expect(sentences('A.5.38')).toContain('A.5.1-A.5.37');
    expect(sentences('11.2')).toContain('clauses 4 to 10');
    expect(sentences('A.12.6.1')).toContain('2013 edition');
    expect(sentences('A.18.1')).toContain('2013 edition');
    expect(sentences('8.8')).toContain('write A.8.8');
    expect(sentences('10.3')).toContain('10.1 to 10.2');
    expect(sentences('A.8')).toContain('A.8.1 to A.8.34');
  });

  it('names the field', () => {
    const result = parseRequirements('A.8.35');
    expect(!result.ok && result.refusals.map(({ field }) => field)).toEqual(['requirements']);
  });
});

describe('requirements of others', () => {
  it.each([
    ['AC-6(1)', ['NIST SP 800-53|AC-6(1)']],
    ['ac-6.1', ['NIST SP 800-53|ac-6.1']],
    ['NIST SP 800-53 Rev. 5 AC-2, AC-3', ['NIST SP 800-53|AC-2', 'NIST SP 800-53|AC-3']],
    ['SOC 2 CC6.1', ['SOC 2|CC6.1']],
    ['CC6.1', ['SOC 2|CC6.1']],
    ['GDPR Art. 32', ['GDPR|Art. 32']],
    ['GDPR Art. 32; A.8.8', ['GDPR|Art. 32', 'A.8.8']],
    ['PCI DSS 8.2, 8.3', ['PCI DSS|8.2', 'PCI DSS|8.3']],
    ['ISO/IEC 27701:2019 7.2.1', ['ISO/IEC 27701:2019|7.2.1']],
    ['ISO 9001 8.4', ['ISO 9001|8.4']],
    ['PR.AC-1', ['NIST CSF|PR.AC-1']],
    ['POL-BKP v3', ['own policy|POL-BKP v3']],
    ['POL-BKP v3, section 4', ['own policy|POL-BKP v3, section 4']],
    ['SOP-HR-09 & SOP-HR-10', ['own policy|SOP-HR-09', 'own policy|SOP-HR-10']],
    ['TCP/IP policy', ['own policy|TCP/IP policy']],
    ['Backup-Richtlinie', ['own policy|Backup-Richtlinie']],
    ['A 5 day rule', ['other|A 5 day rule']],
    ['127.0.0.1', ['other|127.0.0.1']],
    ['Dorado handbook', ['own policy|Dorado handbook']],
  ])('takes %j as it is', (cell, ids) => expect(read(cell)).toEqual(ids));
});

describe('an odd cell', () => {
  it.each(['', '  ', '-', '–', 'n/a', 'N.A.', 'none', 'TBD', 'k. A.'])('reads "%s" as none', (cell) =>
    expect(read(cell)).toEqual([]),
  );

  it('refuses text in place of a number', () => {
    expect(read('policy '.repeat(40))).toEqual(['refused requirement-too-long']);
    expect(read('9.2 '.repeat(600))).toEqual(['refused requirement-too-long']);
  });

  it('never throws, and gives requirements that the schema accepts', () => {
    const fragment = fc.constantFrom(
      'A.',
      'A ',
      'Annex A ',
      '8',
      '.',
      '13',
      '9.2',
      ' and ',
      '/',
      ', ',
      '; ',
      '(',
      ')',
      'a)',
      '-',
      'to ',
      'ISO/IEC 27001',
      ':2022',
      'GDPR ',
      'POL-1',
      '§',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(fragment, { maxLength: 14 }).map((all) => all.join('')),
        ),
        (cell) => {
          const result = parseRequirements(cell);
          if (result.ok)
            for (const requirement of result.value) expect(Requirement.safeParse(requirement).success).toBe(true);
          else expect(result.refusals.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { findHeader, repeatsHeader } from './columns.ts';
import { isAnnexHeader } from './headers.ts';
import type { Cell, TableRow } from './source.ts';

const table = (...rows: readonly (readonly Cell[])[]): TableRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells }));

/** Field to the index of its first column; or the row of the header alone where `fields` is not asked. */
const columns = (...rows: readonly (readonly Cell[])[]): Record<string, number | undefined> | 'none' => {
  const search = findHeader(table(...rows));
  if (!search.found) return 'none';
  return Object.fromEntries(Object.entries(search.header.columns).map(([field, [first]]) => [field, first?.index]));
};

describe('the header row', () => {
  it.each([
    [
      [
        'Finding',
        'Grade',
        'Requirement',
        'Process / site',
        'Statement of nonconformity',
        'Objective evidence',
        'Auditor',
        'Raised on',
      ],
    ],
    [
      [
        'NC No.',
        'Classification',
        'ISO/IEC 27001:2022 Clause / Control',
        'Department',
        'Description of Non-Conformity',
        'Audit evidence',
        'Raised by',
        'Date raised',
      ],
    ],
    [['#', 'Type', 'Standard clause', 'Area', 'Nonconformity statement', 'Evidence', 'Assessor', 'Issue date']],
    [
      [
        'Ref',
        'Major/Minor',
        'Annex A control',
        'Location',
        'Description',
        'Objective evidence (facts)',
        'Auditor name',
        'Date (DD/MM/YYYY)',
      ],
    ],
    [
      [
        'Nr.',
        'Einstufung',
        'Normkapitel',
        'Bereich',
        'Beschreibung der Abweichung',
        'Objektiver Nachweis',
        'Prüfer',
        'Datum',
      ],
    ],
    [
      [
        'Lfd. Nr. / No.',
        'Schweregrad | Severity',
        'Anforderung',
        'Standort',
        'Feststellungstext',
        'Nachweise',
        'Auditor/in',
        'Festgestellt am',
      ],
    ],
  ])('knows %j', (header) => {
    expect(columns(header, ['NC-1', 'Major', '9.2', 'IT', 'A statement.', 'Seen.', 'Jo', '2026-03-01'])).toEqual({
      number: 0,
      grade: 1,
      requirements: 2,
      process: 3,
      statement: 4,
      objectiveEvidence: 5,
      auditor: 6,
      raisedOn: 7,
    });
  });

  it('is found below title rows and key data', () => {
    const rows = [
      ['Audit report'],
      ['Auditor:', 'Jo Doe', 'Date:', '2026-03-05'],
      [],
      ['No', 'Grade', 'Statement'],
      ['1', 'Minor', 'Process owner is not named in the description of the process.'],
    ];
    const search = findHeader(table(...rows));
    expect(search.found && search.header.index).toBe(3);
  });

  it('tells by the cells below whether "Finding" is the number or the statement', () => {
    const statement = 'Access rights were not removed in time.';
    expect(columns(['Finding', 'Grade', 'Description'], ['NC-1', 'Minor', statement])).toMatchObject({
      number: 0,
      statement: 2,
    });
    expect(columns(['No', 'Grade', 'Finding'], ['1', 'Minor', statement])).toMatchObject({ number: 0, statement: 2 });
    expect(columns(['Grade', 'Finding'], ['Minor', statement])).toEqual({ grade: 0, statement: 1 });
  });

  it('prefers the column that says it best, and takes guesses by a word only where nothing better is there', () => {
    expect(columns(['No', 'Description', 'Statement of nonconformity'], [])).toMatchObject({ statement: 2 });
    const search = findHeader(table(['No', 'Clause', 'Requirement wording in short', 'Statement', 'Control'], []));
    expect(search.found && search.header.columns.requirements?.map(({ index }) => index)).toEqual([1, 4]);
    expect(columns(['No', 'Statement', 'Evidence seen by us'], [])).toMatchObject({ objectiveEvidence: 2 });
  });

  it('takes nothing from columns about what comes after the audit', () => {
    const header = [
      'No',
      'Statement',
      'Corrective action',
      'Due date',
      'Evidence of correction',
      'Root cause description',
    ];
    const search = findHeader(table(header, []));
    expect(search.found && search.header.ignored).toEqual(header.slice(2));
  });

  it('must have the statement and one more field', () => {
    expect(columns(['No', 'Grade', 'Clause'], ['1', 'Minor', '9.2'])).toBe('none');
    expect(columns(['Statement'], ['Something.'])).toBe('none');
    expect(columns(['a', 'b'], ['c', 'd'])).toBe('none');
  });

  it('is told apart where it is not recognised, by the row that came nearest', () => {
    const search = findHeader(table(['x'], ['No', 'Grade', 'Clause'], ['1', 'Minor', '9.2']));
    expect(search).toEqual({ found: false, closest: { row: 2, headers: ['No', 'Grade', 'Clause'] } });
  });

  it('is recognised again where it is repeated, or has a second line', () => {
    const header = { row: 1, cells: ['No', 'Auditor', 'Statement', 'Grade'] };
    expect(repeatsHeader({ row: 9, cells: ['No.', 'AUDITOR', 'Statement', 'Grade'] }, header)).toBe(true);
    expect(repeatsHeader({ row: 2, cells: ['No', 'Name', 'Statement', 'Letter'] }, header)).toBe(true);
    expect(repeatsHeader({ row: 3, cells: ['1', 'Jo', 'Statement', 'Minor'] }, header)).toBe(false);
  });

  it('says whether a column holds controls alone', () => {
    expect(isAnnexHeader('Annex A control')).toBe(true);
    expect(isAnnexHeader('Clause / Annex A')).toBe(false);
    expect(isAnnexHeader('Control')).toBe(false);
  });
});

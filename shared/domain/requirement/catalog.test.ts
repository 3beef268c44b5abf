import { describe, expect, it } from 'vitest';
import { CLAUSES, CONTROLS, controlId, hasLetteredItems, requirementTitle, subClauses } from './catalog.ts';

describe('the catalog of ISO/IEC 27001:2022', () => {
  it('has the 93 controls of Annex A, 37 + 8 + 14 + 34', () => {
    const perTheme = [5, 6, 7, 8].map((theme) => CONTROLS.filter((id) => id.startsWith(`A.${theme}.`)).length);
    expect(perTheme).toEqual([37, 8, 14, 34]);
    expect(new Set(CONTROLS).size).toBe(93);
  });

  it('names controls within a theme and none beside it', () => {
    expect(controlId(8, 34)).toBe('A.8.34');
    expect(controlId(8, 35)).toBeUndefined();
    expect(controlId(8, 0)).toBeUndefined();
    expect(controlId(4, 1)).toBeUndefined();
  });

  it('gives each number its title, lettered items that of their clause', () => {
    expect(requirementTitle('A.8.13')).toBe('Backups');
    expect(requirementTitle('A.5.18')).toBe('Granting and removing access');
    expect(requirementTitle('A.7.4')).toBe('Watching premises');
    expect(requirementTitle('6.1.3 d')).toBe('Method of risk treatment');
    expect(requirementTitle('ac-6.1')).toBeUndefined();
  });

  it('has every clause from 4 to 10 below its parent', () => {
    expect(Object.keys(CLAUSES).filter((id) => !id.includes('.'))).toEqual(['4', '5', '6', '7', '8', '9', '10']);
    expect(subClauses('9.3')).toEqual(['9.3.1', '9.3.2', '9.3.3']);
    expect(subClauses('10')).toEqual(['10.1', '10.2']);
    expect(Object.keys(CLAUSES).every((id) => !id.includes('.') || CLAUSES[id.slice(0, id.lastIndexOf('.'))])).toBe(
      true,
    );
  });

  it('lets an item be named on the clause that holds its clause', () => {
    expect(hasLetteredItems('6.1.3')).toBe(true);
    expect(hasLetteredItems('9.2')).toBe(true);
    expect(hasLetteredItems('7.1')).toBe(false);
  });
});

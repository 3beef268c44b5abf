import { describe, expect, it } from 'vitest';
import { readRaisedOn } from './raised-on.ts';

const TODAY = '2026-03-09';
const read = (text: string): string => {
  const result = readRaisedOn(text, TODAY);
  return result.ok ? result.value : `refused ${result.refusals.map(({ code }) => code).join()}`;
};

describe('the date a finding was raised', () => {
  it.each([
    '2026-03-04',
    '2026-3-4',
    '2026/03/04',
    '2026.03.04',
    '04.03.2026',
    '4.3.2026',
    '4. 3. 2026',
    '4.3.26',
    '04/03/2026',
    '4/3/26',
    '04-03-2026',
    '04 03 2026',
    '4 March 2026',
    '04 Mar 2026',
    '4-Mar-26',
    '4th March 2026',
    '4th of March, 2026',
    '4. März 2026',
    '4. Mrz. 2026',
    'March 4, 2026',
    'Mar 4 2026',
    'MARCH 4th, 2026',
    'Wed, 4 March 2026',
    'Mittwoch, 04.03.2026',
    '04.03.2026 14:30',
    '2026-03-04T23:59:59-05:00',
    '2026-03-04T00:30:00Z',
    '04/03/2026 2:15 pm',
    '  04.03.2026  ',
  ])('reads "%s" as 4 March 2026, day first and without regard to zones', (text) =>
    expect(read(text)).toBe('2026-03-04'),
  );

  it('reads every month by its English and German name', () => {
    const english = 'January February March April May June July August September October November December'.split(' ');
    const german = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
    english.forEach((name, index) => {
      const date = `2025-${String(index + 1).padStart(2, '0')}-02`;
      expect(read(`2 ${name} 2025`)).toBe(date);
      expect(read(`2. ${german[index]} 2025`)).toBe(date);
    });
  });

  it.each([
    '31.02.2026',
    '29.02.2025',
    '2026-02-30',
    '00.01.2026',
    '31 June 2025',
    '2026-13-01',
    '03/13/2026',
    '32.01.2026',
  ])('refuses %s, which is not in the calendar', (text) => expect(read(text)).toBe('refused impossible-date'));

  it.each(['soon', 'March 2026', '3 Foo 2026', '46084', '2026', '3-5 March 2026', '12:30', '1/2/3/4', '4.3.202'])(
    'refuses %s, which is no date',
    (text) => expect(read(text)).toBe('refused impossible-date'),
  );

  it('says what is wrong with a month first and with a plain number', () => {
    const sentence = (text: string) => {
      const result = readRaisedOn(text, TODAY);
      return result.ok ? '' : result.refusals[0]?.message;
    };
    expect(sentence('03/13/2026')).toContain('day first');
    expect(sentence('46084')).toContain('plain number');
    expect(sentence('31.02.2026')).toContain('"31.02.2026"');
  });

  it('knows leap years', () => {
    expect(read('29.02.2024')).toBe('2024-02-29');
    expect(read('29 February 2000')).toBe('2000-02-29');
  });

  it('refuses what lies before 2000 or after today', () => {
    expect(read('2026-03-09')).toBe('2026-03-09');
    expect(read('2026-03-10')).toBe('refused future-date');
    expect(read('2000-01-01')).toBe('2000-01-01');
    expect(read('31.12.1999')).toBe('refused date-too-early');
  });
});

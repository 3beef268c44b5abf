import { expect, it } from 'vitest';
import { calendarText } from './calendar.ts';

const now = '2026-03-09T08:00:00.000Z';
const deadline = { id: 'a-1_nc-1-plan', on: '2026-03-29', summary: 'NC-1: corrective action plan', version: 3 };
const linesOf = (title: string, summary = deadline.summary): readonly string[] =>
  calendarText({ title, deadlines: [{ ...deadline, summary }] }, now).split('\r\n');

it('writes a deadline as one whole day, under an id that stays', () => {
  const lines = linesOf('Surveillance audit');
  for (const line of [
    'UID:a-1_nc-1-plan@redress',
    'SEQUENCE:3',
    'DTSTAMP:20260309T080000Z',
    'DTSTART;VALUE=DATE:20260329',
    'DTEND;VALUE=DATE:20260330',
    'SUMMARY:NC-1: corrective action plan',
    'NAME:Surveillance audit',
  ])
    expect(lines).toContain(line);
});

it('lets no text of people begin a line of its own', () => {
  const lines = linesOf('Audit, part 1;\r\nATTACH:x', 'NC-1\r\nATTACH:y\nATTACH:z');
  expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  expect(calendarText({ title: 'a\nATTACH:x', deadlines: [] }, now)).not.toMatch(/^ATTACH/m);
  expect(lines).toContain('NAME:Audit\\, part 1\\; ATTACH:x');
});

it('is a calendar also where there is no deadline', () => {
  expect(calendarText({ title: 'Audit', deadlines: [] }, now)).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR$/);
});

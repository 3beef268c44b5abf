import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '#ports/calendar-files.ts';
import { createCalendarFiles } from './files.ts';

const clock = { now: () => '2026-03-09T08:00:00.000Z' };
const organizer = { name: 'Muster AG, «Qualität»', address: 'redress@example.org' };
const files = createCalendarFiles({ clock, organizer });
const entry: CalendarEntry = {
  uid: '2026-stage-2-nc-01-c1-plan-owner@redress',
  sequence: 3,
  on: '2026-03-29',
  summary: 'NC-01: corrective action plan',
  description: 'Due on this day.\nOpen it in Redress.',
  url: 'https://redress.example.org/findings/2026-stage-2-nc-01',
};
const anna = 'anna@example.org';

const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventsIn = (text: string) => parsed(text).getAllSubcomponents('vevent');
const values = (component: InstanceType<typeof ICAL.Component>) =>
  Object.fromEntries(component.getAllProperties().map((each) => [each.name, String(each.getFirstValue())]));
/** Names of all properties, in order, with their parameters: what no text may add to. */
const shapeOf = (text: string) =>
  [parsed(text), ...eventsIn(text)].map((each) =>
    each.getAllProperties().map((property) => [property.name, Object.keys(property.toJSON()[1] ?? {})]),
  );
const octets = (line: string): number => Buffer.byteLength(line);

/** Whatever people type, with what breaks lines and formats. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\u2028',
        '\u0085',
        '\u0000',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '^',
        'ü',
        '漢',
        '😀',
        '\ud83d',
        'ATTACH:x',
        'END:VEVENT',
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
);

describe('a deadline in a message', () => {
  it('is one whole day for its reader, asked for by Redress, under an id that stays', () => {
    const part = files.part('REQUEST', entry, anna);
    expect(part).toMatchObject({ method: 'REQUEST', fileName: 'deadline.ics' });
    expect(values(parsed(part.content))).toMatchObject({ method: 'REQUEST', version: '2.0' });
    const [event, ...more] = eventsIn(part.content);
    expect(more).toEqual([]);
    expect(event && values(event)).toMatchObject({
      uid: entry.uid,
      sequence: '3',
      dtstamp: '2026-03-09T08:00:00Z',
      dtstart: '2026-03-29',
      dtend: '2026-03-30',
      summary: entry.summary,
      description: entry.description,
      url: entry.url,
      organizer: 'mailto:redress@example.org',
      attendee: 'MAILTO:anna@example.org',
      status: 'CONFIRMED',
      transp: 'TRANSPARENT',
    });
    expect(event?.getFirstProperty('organizer')?.getParameter('cn')).toBe(organizer.name);
    expect(event?.getFirstProperty('attendee')?.getParameter('rsvp')).toBe('FALSE');
  });

  it('is taken out under the same id', () => {
    const part = files.part('CANCEL', { ...entry, sequence: 4 }, anna);
    expect(part).toMatchObject({ method: 'CANCEL', fileName: 'deadline-cancelled.ics' });
    expect(values(parsed(part.content)).method).toBe('CANCEL');
    expect(eventsIn(part.content).map(values)).toMatchObject([{ uid: entry.uid, sequence: '4', status: 'CANCELLED' }]);
  });

  it.each([
    ['leap day', '2028-02-29', '2028-03-01'],
    ['end of a year', '2026-12-31', '2027-01-01'],
    ['day of a clock change', '2026-03-28', '2026-03-29'],
  ])('ends the day after: %s', (_what, on, end) => {
    expect(eventsIn(files.part('REQUEST', { ...entry, on }, anna).content).map(values)).toMatchObject([
      { dtstart: on, dtend: end },
    ]);
  });

  it('lasts a day also where there is no day after it', () => {
    const [event] = eventsIn(files.part('REQUEST', { ...entry, on: '9999-12-31' }, anna).content);
    expect(event && values(event)).toMatchObject({ dtstart: '9999-12-31' });
    expect(event?.getFirstProperty('dtend')).toBeNull();
  });
});

describe('a feed', () => {
  it('holds each deadline, under the name of the calendar, and says when to read it again', () => {
    const feed = files.feed('Audit, part 1; 2026', [entry, { ...entry, uid: 'other@redress' }]);
    expect(values(parsed(feed))).toMatchObject({
      method: 'PUBLISH',
      // The parser does not know this one as text, and leaves it as it is written.
      name: 'Audit\\, part 1\\; 2026',
      'x-wr-calname': 'Audit\\, part 1\\; 2026',
      'refresh-interval': 'PT1H',
    });
    expect(eventsIn(feed).map((event) => values(event).uid)).toEqual([entry.uid, 'other@redress']);
  });

  it('is a calendar also where there is no deadline', () => {
    expect(eventsIn(files.feed('Audit', []))).toEqual([]);
  });
});

describe('whatever people write', () => {
  const written = (text: string) => {
    const some = { ...entry, uid: text, summary: text, description: text, url: `https://redress.example.org/${text}` };
    const from = createCalendarFiles({ clock, organizer: { ...organizer, name: text } });
    return [from.part('REQUEST', some, anna).content, from.part('CANCEL', some, anna).content, from.feed(text, [some])];
  };
  const plain = written('x').map(shapeOf);

  it('begins no line of its own, ends nothing, and adds no parameter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // A calendar without a name has no line for it.
        expect(written(`x${text}`).map(shapeOf)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it('stands in lines of 75 octets at most, each ended by CRLF, with no other control character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const file of written(`x${text}`)) {
          expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
          const lines = file.split('\r\n');
          expect(Math.max(...lines.map(octets))).toBeLessThanOrEqual(75);
          expect(lines.join('')).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect(file.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read as it was written, but for line breaks in what is one line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const summary = text.replace(/\s+/g, ' ').trim();
        const [event] = eventsIn(files.part('REQUEST', { ...entry, summary }, anna).content);
        expect(event?.getFirstPropertyValue('summary')).toBe(summary);
      }),
    );
  });
});

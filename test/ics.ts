import ICAL from 'ical.js';

/** An entry of a calendar file, as an independent reader of RFC 5545 finds it. */
export interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly on: string;
  readonly status: string | undefined;
  readonly summary: string;
  readonly url: string | undefined;
  readonly description: string | undefined;
  readonly attendees: readonly string[];
}

export interface Ics {
  readonly method: string;
  readonly name: string | undefined;
  readonly entries: readonly Entry[];
}

/** @throws for what is no iCalendar, or has lines longer than 75 octets, or lines that end otherwise than by CRLF */
export const readIcs = (text: string): Ics => {
  const lines = text.split('\r\n');
  if (lines.at(-1) !== '' || /[\r\n]/.test(lines.join(''))) throw new Error('a line does not end by CRLF');
  if (lines.some((line) => Buffer.byteLength(line) > 75)) throw new Error('a line is longer than 75 octets');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const textIn = (component: InstanceType<typeof ICAL.Component>, name: string): string | undefined => {
    const value = component.getFirstPropertyValue(name);
    return value === null ? undefined : String(value);
  };
  return {
    method: textIn(calendar, 'method') ?? '',
    name: textIn(calendar, 'x-wr-calname'),
    entries: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: textIn(event, 'uid') ?? '',
      sequence: Number(textIn(event, 'sequence')),
      on: textIn(event, 'dtstart') ?? '',
      status: textIn(event, 'status'),
      summary: textIn(event, 'summary') ?? '',
      url: textIn(event, 'url'),
      description: textIn(event, 'description'),
      attendees: event
        .getAllProperties('attendee')
        .map((each) => String(each.getFirstValue()).replace(/^mailto:/i, '')),
    })),
  };
};

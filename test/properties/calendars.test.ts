import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { createCalendarFiles } from '#adapters/icalendar/files.ts';
import { composeMail } from '#adapters/mail/compose.ts';
import { toldTypes } from '#contracts/bus.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { Person } from '#domain/people/person.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { Message } from '#ports/notices.ts';
import type { Trail } from '#ports/trail.ts';
import { sendChangeNotice } from '#use-cases/notices/send-notice.ts';
import { stage2 } from '../builders/audit.ts';
import type { Life } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { type Entry, type Ics, readIcs } from '../ics.ts';
import { begin, courses, take } from './random-life.ts';

const clock = { now: () => '2026-03-16T09:00:00.000Z' };
const sender = { name: 'Muster AG, «Qualität»', address: 'redress@example.org' };
const lead = cast.leadAuditor.person;
const second = 'second.auditor@example.org';

/** Everybody with a role in the directory, one of whom holds two; the owner is in it too, the deputy is not. */
const directory: readonly Person[] = [
  { email: cast.ismsManager.person, name: 'Irma', roles: ['isms-manager', 'internal-auditor'] },
  { email: cast.internalAuditor.person, name: 'Ines', roles: ['internal-auditor'] },
  { email: second, name: 'Sara', roles: ['internal-auditor', 'decision-maker'] },
  { email: lead, name: 'Lena', roles: ['lead-auditor'], preferences: { language: 'de' } },
  { email: cast.otherLeadAuditor.person, name: 'Otto', roles: ['lead-auditor'] },
  { email: cast.decisionMaker.person, name: 'Dora', roles: ['decision-maker'] },
  { email: cast.owner.person, name: 'Olga', roles: [] },
];

const sealed = <E extends object>(event: E | undefined): Sealed<E> => {
  if (!event) throw new Error('no such event');
  return { ...event, prevHash: null, hash: '' };
};
const no = () => {
  throw new Error('not asked for here');
};

/** The messages that a life leads to, as they would travel: what the bus hands on is told of, event by event. */
const mailsOf = async (life: Life, people: readonly Person[]): Promise<readonly Message[]> => {
  const sent: Message[] = [];
  const findings: Trail<FindingEvent> = {
    latest: async () => sealed(life.events.at(-1)),
    at: async (_id, seq) => sealed(life.events[seq - 1]),
    all: no,
    append: no,
    relayed: no,
  };
  const audit = { state: { facts: stage2 } } as AuditEvent;
  const audits: Trail<AuditEvent> = { latest: async () => sealed(audit), at: no, all: no, append: no, relayed: no };
  const store = {
    findings,
    audits,
    people: { all: async () => people, get: async (email: string) => people.find((each) => each.email === email) },
    notices: { claim: async () => 'new' as const, markSent: async () => {}, markSuppressed: async () => {} },
    suppressions: { get: async () => undefined },
    mail: {
      send: async (message: Message) => {
        sent.push(message);
        return 'id';
      },
    },
    calendarFiles: createCalendarFiles({ clock, organizer: sender }),
    clock,
    claimLease: 0,
    language: 'en',
    organization: 'Example Ltd',
    baseUrl: 'https://redress.example.org',
  } as const;
  for (const { aggregate, seq, type, at } of life.events)
    if (toldTypes.includes(type)) await sendChangeNotice(store, { kind: 'finding', aggregate, seq, type, at });
  return sent;
};

/** The calendar files of a message, read by a mail program of its own. */
const filesIn = async (message: Message): Promise<readonly Ics[]> => {
  const { attachments } = await simpleParser(await composeMail(message, sender, clock.now()));
  const files = attachments.filter(({ contentType }) => contentType === 'text/calendar');
  expect(files).toHaveLength(message.calendar?.length ?? 0);
  return files.map(({ content }) => readIcs(content.toString('utf8')));
};

/** What a calendar program holds after these files: of each entry the newest, unless that takes it out (RFC 5546, 2.1.5). */
const calendarAfter = (files: readonly Ics[]): readonly Entry[] => {
  const held = new Map<string, { readonly entry: Entry; readonly method: string }>();
  for (const { method, entries } of files)
    for (const entry of entries) {
      const known = held.get(entry.uid);
      // No two files may say different things with one number: then the order in which they come would decide.
      if (known?.entry.sequence === entry.sequence) expect({ entry, method }).toEqual(known);
      if (!known || known.entry.sequence < entry.sequence) held.set(entry.uid, { entry, method });
    }
  return [...held.values()].filter(({ method }) => method !== 'CANCEL').map(({ entry }) => entry);
};

/** Who has to act on a finding now, and by when, told anew from its state alone. */
const waiting = (finding: Finding, people: readonly Person[]): { on: string; who: readonly string[] } | undefined => {
  if (!('stage' in finding)) return undefined;
  const holding = (role: Person['roles'][number]) =>
    people.filter(({ roles }) => roles.includes(role)).map((p) => p.email);
  if (finding.appeal) return { on: finding.appeal.decideBy, who: holding('decision-maker') };
  switch (finding.status) {
    case 'awaiting':
      return { on: finding.due[finding.stage], who: [finding.owner] };
    case 'verifying':
      return { on: finding.due[finding.stage], who: holding('internal-auditor') };
    case 'in-review':
      return { on: finding.reviewDue, who: [lead] };
    default:
      return undefined;
  }
};

const shuffledBy = <T>(all: readonly T[], seeds: readonly number[]): T[] =>
  all
    .map((each, place) => ({ each, at: seeds[place % seeds.length] ?? 0, place }))
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ each }) => each);

test('calendars that are fed by mails alone agree with the finding, in whatever order the mails come', async () => {
  const seen = { moved: 0, cancelled: 0, standing: 0 };
  await fc.assert(
    fc.asyncProperty(
      courses(25),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      fc.subarray(directory.map(({ email }) => email)),
      async (course, order, unwilling) => {
        const life = begin(course);
        for (const step of course.steps) take(life, step);
        const people = directory.map(
          (person): Person =>
            unwilling.includes(person.email) ? { ...person, preferences: { calendar: 'none' } } : person,
        );
        const byReader = new Map<string, Ics[]>();
        for (const message of shuffledBy(await mailsOf(life, people), order)) {
          const files = await filesIn(message);
          for (const { entries } of files) for (const { attendees } of entries) expect(attendees).toEqual([message.to]);
          byReader.set(message.to, [...(byReader.get(message.to) ?? []), ...files]);
        }
        const now = waiting(life.finding(), people);
        const held = [...byReader].flatMap(([to, files]) => calendarAfter(files).map(({ on }) => `${to} ${on}`));
        const due = (now?.who ?? []).filter((who) => !unwilling.includes(who)).map((who) => `${who} ${now?.on}`);
        expect(held.toSorted()).toEqual([...new Set(due)].toSorted());

        for (const files of byReader.values()) {
          const all = files.flatMap(({ method, entries }) => entries.map((entry) => ({ method, ...entry })));
          seen.cancelled += all.filter(({ method }) => method === 'CANCEL').length;
          const dates = new Map<string, Set<string>>();
          for (const { uid, on, method } of all)
            if (method === 'REQUEST') dates.set(uid, (dates.get(uid) ?? new Set()).add(on));
          seen.moved += [...dates.values()].filter(({ size }) => size > 1).length;
        }
        seen.standing += held.length;
      },
    ),
    { numRuns: 40 },
  );
  // Lives in which nothing happens would agree with anything.
  for (const [what, times] of Object.entries(seen))
    expect([what, times]).toEqual([what, expect.toSatisfy((n: number) => n > 0)]);
}, 60_000);

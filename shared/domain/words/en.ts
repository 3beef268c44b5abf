import type { AuditEventType } from '../audit/events.ts';
import type { CapReason } from '../finding/cap.ts';
import type { FindingEventType } from '../finding/events.ts';
import type { Stage } from '../finding/stage.ts';
import type { Grade } from '../finding/state.ts';
import type { DecisionWay } from '../finding/way.ts';
import type { LinkPurpose } from '../link/link.ts';
import type { WaitsFor } from '../notice/audience.ts';
import type { MovedBecause } from '../notice/letters/moved-because.ts';
import type { ReturnKind } from '../notice/suppression.ts';
import {
  auditHappened,
  because,
  caps,
  causes,
  clockTime,
  day,
  days,
  deadlines,
  evidence,
  files,
  grades,
  happened,
  outcomes,
  purposes,
  reasons,
  returns,
  stages,
  task,
  ways,
  when,
} from './en-terms.ts';

/*
 * The words of every text that Redress writes to people, in English. Entries take names, numbers and civil dates and
 * answer plain text; whoever puts it into HTML escapes it. A language is a catalogue of this shape.
 */

export const en = {
  day,
  instant: (at: string, timeZone: string): string => {
    const { day: date, time } = clockTime(at, timeZone);
    return `${date}, ${time} (${timeZone})`;
  },
  stages,
  grades,
  reasons,
  evidence,
  task,

  /** What stands in every letter. */
  letter: {
    signature: (organization: string) => `Redress, for ${organization}`,
    toFinding: 'Open the finding',
    toRegister: 'Open the register',
    toAudit: 'Open the audit',
    dueOn: (waitsFor: WaitsFor, stage: Stage, on: string) => `The ${task(waitsFor, stage)} is due on ${day(on)}.`,
    finding: 'Finding',
    /** A finding by its number and grade. */
    named: (number: string, grade: Grade) => `${number} (${grades[grade]})`,
    audit: 'Audit',
    requirements: 'Requirements',
    statement: 'Statement',
  },

  /** A finding has changed. */
  change: {
    /** What follows the finding's number in a subject. */
    happened: (type: FindingEventType, way: DecisionWay = 'account') => `${happened[type]}${ways[way]}`,
    issued: (grade: Grade, stage: Stage) =>
      `A ${grades[grade]} was issued to you. Please hand in the ${stages[stage]}.`,
    ofiIssued: 'An opportunity for improvement was issued to you. Please accept or decline it, with a reason.',
    assigned: 'This finding is yours now.',
    toVerify: (stage: Stage) => `The ${stages[stage]} was handed in and waits for your verification.`,
    toReview: (stage: Stage) => `The ${stages[stage]} was handed in and waits for your review.`,
    verified: (stage: Stage) => `The ${stages[stage]} was verified and waits for your review.`,
    incomplete: (stage: Stage) => `The ${stages[stage]} is incomplete:`,
    mend: 'Please mend it and hand it in again.',
    notConfirmed: (stage: Stage) => `The internal auditor could not confirm the ${stages[stage]}:`,
    accepted: (stage: Stage) => `The ${stages[stage]} was accepted.`,
    acceptedLast: (stage: Stage) => `The ${stages[stage]} was accepted. The finding is closed.`,
    next: (stage: Stage) => `Next: the ${stages[stage]}.`,
    returned: (stage: Stage) => `The ${stages[stage]} was returned:`,
    extensionRequested: (stage: Stage, until: string) =>
      `An extension of the ${stages[stage]} until ${day(until)} is asked for:`,
    extensionGranted: 'The extension was granted:',
    extensionRefused: 'The extension was refused:',
    regraded: (grade: Grade) => `This finding is a ${grades[grade]} now:`,
    regradeRefused: (grade: Grade) => `This finding stays a ${grades[grade]}; the proposed regrade was refused:`,
    dueMoved: 'Due dates have moved.',
    withdrawalProposed: 'The lead auditor proposes to withdraw this finding. It waits for your decision.',
    withdrawalRefused: 'The withdrawal was refused:',
    withdrawn: 'This finding was withdrawn:',
    appealed: 'An appeal was made:',
    appealDecided: (outcome: keyof typeof outcomes) => `The appeal was decided; outcome: ${outcomes[outcome]}.`,
    reopened: (cause: keyof typeof causes) => `This finding was reopened; cause: ${causes[cause]}.`,
    responseAccepted: 'The opportunity was accepted:',
    responseDeclined: 'The opportunity was declined:',
    implemented: 'The opportunity was implemented:',
    closed: 'This finding is closed.',
    faultRecorded: "A task of this finding's workflow failed. The finding is unchanged.",
    other: (type: FindingEventType) => `This finding changed: ${happened[type]}.`,
    /** For who is told only because a deadline in their calendar has changed. */
    calendar:
      'You get this message because a deadline in your calendar has changed: the file with it brings it up to date.',
    /** The date of a stage, or of a review (`stage` left out), that moved. */
    moved: (moved: {
      readonly what: Stage | 'review';
      readonly from: string;
      readonly to: string;
      readonly why: MovedBecause;
    }) =>
      `${moved.what === 'review' ? 'review' : stages[moved.what]}: due on ${day(moved.to)}, before on ${day(moved.from)} (${because(moved.why)})`,
    by: 'By',
    byLink: (person: string) => `${person}, by link`,
    transcribedBy: 'Transcribed by',
    decidedBy: 'Decided by',
    decidedOn: 'Decided on',
    document: 'From the document',
    codes: 'Because',
    task: 'Task',
    error: 'Error',
  },

  /** All deadlines of a person and day. */
  digest: {
    /** The subject where there is one deadline only. */
    one: (waitsFor: WaitsFor, stage: Stage, late: number) => `${task(waitsFor, stage)} is ${when(late)}`,
    oneCap: (late: number) => (late > 0 ? 'hard cap passed' : `hard cap ${late === 0 ? 'today' : `in ${days(-late)}`}`),
    /** The subject where there are several. Counts of 0 are left out. */
    subject: (count: { readonly all: number; readonly overdue: number; readonly today: number }, date: string) =>
      [
        `${deadlines(count.all)} (${day(date)})`,
        [
          ...(count.overdue > 0 ? [`${count.overdue} overdue`] : []),
          ...(count.today > 0 ? [`${count.today} due today`] : []),
        ].join(', '),
      ]
        .filter((part) => part !== '')
        .join(': '),
    lead: (count: number, date: string) => `${deadlines(count)} as of ${day(date)}, the most urgent first:`,
    escalated: 'Escalated to you',
    overdue: 'Overdue',
    today: 'Due today',
    soon: 'Due soon',
    line: (finding: string, waitsFor: WaitsFor, stage: Stage, due: string, late: number) =>
      `${finding}: ${task(waitsFor, stage)}, due on ${day(due)}, ${late === 0 ? 'today' : late < 0 ? `in ${days(-late)}` : `overdue by ${days(late)}`}`,
    capLine: (finding: string, reason: CapReason, on: string, late: number) =>
      late > 0
        ? `${finding}: still open, and the hard cap of ${day(on)} (${caps[reason]}) passed ${days(late)} ago`
        : `${finding}: must be closed by the hard cap of ${day(on)} (${caps[reason]}), ${late === 0 ? 'today' : `in ${days(-late)}`}`,
    more: (count: number) => `And ${count} more: the register shows all of them.`,
  },

  /** A file that was uploaded. */
  file: {
    aboutFinding: (number: string) => `finding ${number}`,
    aboutAudit: (title: string) => `audit ${title}`,
    subject: (file: string, status: keyof typeof files, about: string) =>
      `${file} ${files[status].happened} (${about})`,
    lead: (status: keyof typeof files, about: string) => files[status].lead(about),
    advice: (status: keyof typeof files) => files[status].advice,
    byLink: (organization: string) =>
      `Use the link that you were sent. If it is good no more, ask ${organization} for another.`,
    name: 'File',
    reason: 'The reason, as it is on the record:',
    from: 'From',
    cameSubject: (file: string, about: string) => `Report received: ${file} (${about})`,
    came: (about: string) =>
      `A report for ${about} came by link. It is being read. Please look at its rows and confirm them.`,
    toImport: 'Look at its rows',
  },

  /** A message came back. */
  returned: {
    subject: (address: string, kind: ReturnKind) => `${address}: ${returns[kind].happened}`,
    lead: (address: string, kind: ReturnKind) => returns[kind].lead(address),
    said: 'The mail service says:',
    about: 'It was about:',
    suppressed:
      'Nothing more is sent to this address. See that its owner learns of these findings another way. Once the address is right again, have Redress send to it again: under suppressed addresses.',
    kept: 'Redress goes on sending to this address: it may be a passing trouble. If it comes back again, see to the address.',
  },

  /** Links for people without an account. */
  link: {
    purposes,
    subject: (purpose: LinkPurpose, about: string) => `${purposes[purpose]}${about === '' ? '' : `: ${about}`}`,
    made: (by: string, organization: string) => `${by} of ${organization} has made a link for you.`,
    purpose: 'What for',
    about: 'About',
    until: 'Until',
    uses: 'Uses',
    usesOf: (count: number) => (count === 1 ? 'It can be used once.' : `It can be used ${count} times.`),
    open: 'Open the link',
    calendarAddress: 'The address of the calendar',
    calendarAdvice:
      'Add this address to your calendar program as a subscription. Whoever has it can read these deadlines: keep it to yourself.',
    advice:
      'Opening it changes nothing. To do anything there you have a one-time code sent to this address: the link alone, handed on, opens nothing.',
    codeSubject: (about: string) => `Your code${about === '' ? '' : `: ${about}`}`,
    code: (code: string) => `Your one-time code is ${code}.`,
    codeOpens: (minutes: number) =>
      `It opens this link in the browser in which you asked for it. It is good for ${minutes} minutes and for one use:`,
    codeWarning: (by: string) =>
      `If you did not ask for it, somebody else has your link. Give the code to nobody, and tell ${by}.`,
  },

  /** Deadlines in a calendar program. */
  calendar: {
    /** The name of a person's feed. */
    title: (organization: string) => `Deadlines, ${organization}`,
    /** The name of an audit's feed. */
    auditTitle: (title: string) => `Deadlines: ${title}`,
    summary: (number: string, waitsFor: WaitsFor, stage: Stage) => `${number}: ${task(waitsFor, stage)}`,
    description: (finding: { readonly number: string; readonly grade: Grade; readonly statement: string }) =>
      `${finding.number} (${grades[finding.grade]}): ${finding.statement}`,
  },

  /** One line for a chat room: a webhook in the format of Slack. */
  chat: {
    auditHappened: (type: AuditEventType) => auditHappened[type],
    due: (on: string) => `due on ${day(on)}`,
    sample: (organization: string) => `A sample, to try it out: Redress, for ${organization}, reaches this room.`,
  },
};

/** What every language has to say. */
export type Words = typeof en;

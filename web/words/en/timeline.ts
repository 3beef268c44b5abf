import type { DecisionWay } from '#domain/finding/way.ts';
import type { ReturnKind } from '#domain/notice/suppression.ts';
import type { Said } from '../said.ts';

export const timeline = {
  show: 'What to show',
  filters: { all: 'Everything', decisions: 'Decisions', notices: 'Notices', comments: 'Comments' },
  none: 'Nothing of this kind yet.',
  earlier: (count: number) => `Show ${count} earlier`,
  place: (stage: string, round: number, cycle: number) =>
    cycle === 1 ? `${stage}, round ${round}` : `${stage}, round ${round} of cycle ${cycle}`,
  owner: (owner: string) => `Owner: ${owner}`,
  grade: (grade: string) => `Grade: ${grade}`,
  dueOn: (what: string, date: string) => `${what}: due on ${date}`,
  changed: (what: string, from: string, to: string) => `${what}: ${from} → ${to}`,
  noDate: 'none',
  late: 'After its due date',
  means: (means: string) => `By which means: ${means}`,
  ways: {
    account: 'Decided signed in',
    link: 'Decided by a review link, without an account',
    transcription: 'Copied from the certification body’s document',
  } satisfies Said<DecisionWay>,
  decidedBy: (by: string, on: string, document: string) => `Decided by ${by} on ${on}, document ${document}`,
  byLink: 'by link',
  decideBy: (date: string) => `To be decided by ${date}`,
  outcome: (outcome: string) => `Outcome: ${outcome}`,
  pausedDays: (days: number) => `The clocks stood still for ${days} ${days === 1 ? 'day' : 'days'}`,
  cause: (cause: string) => `Cause: ${cause}`,
  proposedBecause: {
    minors: (requirement: string, numbers: string) =>
      `Proposed because these minors concern ${requirement}: ${numbers}`,
    nextAudit: (date: string) => `Proposed because it was still open at the next audit, on ${date}`,
  },
  ahead: {
    nextAudit: 'Next audit',
    stage2LastDay: 'Last day of stage 2',
    certificateExpires: 'Certificate expires',
  },
  fault: 'Redress tries it again. The administrator is told.',
  mail: (to: string) => `Mail to ${to}`,
  mailStates: {
    claimed: 'being sent',
    sent: 'sent',
    suppressed: 'not sent: earlier mail to this address came back',
  },
  returned: {
    bounce: (at: string) => `It came back on ${at}: it could not be delivered`,
    complaint: (at: string) => `Its reader complained of it on ${at}`,
  } satisfies Record<ReturnKind, unknown>,
  comment: 'Comment',
};

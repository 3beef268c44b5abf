import type { AuditEventType } from '../audit/events.ts';
import type { evidenceStatuses } from '../evidence/evidence.ts';
import type { CapReason } from '../finding/cap.ts';
import type { reasonCodes } from '../finding/commands.ts';
import type { FindingEventType } from '../finding/events.ts';
import type { Stage } from '../finding/stage.ts';
import type { Grade } from '../finding/state.ts';
import type { DecisionWay } from '../finding/way.ts';
import type { LinkPurpose } from '../link/link.ts';
import type { WaitsFor } from '../notice/audience.ts';
import type { MovedBecause } from '../notice/letters/moved-because.ts';
import type { ReturnKind } from '../notice/suppression.ts';
import { clockTimeIn, dayIn } from './dates.ts';

/* The terms of the field, in English, that the sentences in `en.ts` are made of. */

export const day = dayIn('en-GB');
export const clockTime = clockTimeIn('en-GB');

export const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;
export const deadlines = (count: number): string => `${count} deadline${count === 1 ? '' : 's'}`;

export const stages: Record<Stage, string> = {
  plan: 'corrective action plan',
  correction: 'evidence of correction',
  remediation: 'evidence of remediation',
};

export const grades: Record<Grade, string> = {
  major: 'major nonconformity',
  minor: 'minor nonconformity',
  ofi: 'opportunity for improvement',
};

export const caps: Record<CapReason, string> = {
  'six-months': 'six months from the last day of stage 2',
  certificate: 'the day the certificate expires',
};

const tasks: Record<WaitsFor, (stage: Stage) => string> = {
  owner: (stage) => stages[stage],
  verifier: (stage) => `verification of the ${stages[stage]}`,
  reviewer: (stage) => `review of the ${stages[stage]}`,
  appeal: () => 'decision on the appeal',
};

/** What must be done by a date, without an article: `review of the corrective action plan`. */
export const task = (waitsFor: WaitsFor, stage: Stage): string => tasks[waitsFor](stage);

/** How a date lies to today; `late` in days, negative before it. */
export const when = (late: number): string =>
  late < 0 ? `due in ${days(-late)}` : late === 0 ? 'due today' : `overdue by ${days(late)}`;

export const because = (moved: MovedBecause): string => {
  switch (moved.because) {
    case 'extended':
      return `extended by ${days(moved.days)}`;
    case 'with-stage':
      return `moved with the ${stages[moved.stage]}`;
    case 'regrade':
      return 'new clock from the regrade';
    case 'reopening':
      return 'new clock from the reopening';
    case 'paused':
      return `clocks stood still for ${days(moved.days)} during the appeal`;
    case 'next-audit':
      return `the next audit begins on ${day(moved.on)}`;
    case 'cap':
      return `nothing may be due after ${day(moved.on)}, ${caps[moved.reason]}`;
    case 'audit-revised':
      return 'its audit was revised';
  }
};

export const happened: Record<FindingEventType, string> = {
  issued: 'issued',
  assigned: 'assigned',
  submitted: 'submitted',
  'found-complete': 'found complete',
  'found-incomplete': 'found incomplete',
  confirmed: 'confirmed',
  'not-confirmed': 'not confirmed',
  accepted: 'accepted',
  returned: 'returned',
  'extension-requested': 'extension requested',
  'extension-granted': 'extension granted',
  'extension-refused': 'extension refused',
  regraded: 'regraded',
  'regrade-refused': 'regrade refused',
  'due-moved': 'due dates moved',
  'anchors-revised': 'dates ahead revised',
  'withdrawal-proposed': 'withdrawal proposed',
  'withdrawal-refused': 'withdrawal refused',
  withdrawn: 'withdrawn',
  appealed: 'appealed',
  'appeal-decided': 'appeal decided',
  reopened: 'reopened',
  'response-accepted': 'response accepted',
  'response-declined': 'response declined',
  implemented: 'implemented',
  closed: 'closed',
  'fault-recorded': 'fault recorded',
};

export const auditHappened: Record<AuditEventType, string> = {
  'audit-opened': 'opened',
  'audit-revised': 'revised',
  'report-imported': 'report handed in',
  'report-read': 'report read; its rows wait to be confirmed',
  'report-refused': 'report could not be read',
  'import-confirmed': 'rows confirmed; findings are being issued',
  'import-issued': 'findings issued',
};

export const files = {
  held: {
    happened: 'is held',
    lead: (about: string) => `The file that you uploaded for ${about} is held: it could not be scanned.`,
    advice:
      'It is kept aside and is no evidence. Upload one that can be scanned: without a password, not larger than need be.',
  },
  quarantined: {
    happened: 'was refused',
    lead: (about: string) => `The file that you uploaded for ${about} was refused.`,
    advice: 'It is no evidence, and will be deleted. Upload the right file.',
  },
};

export const returns: Record<ReturnKind, { readonly happened: string; readonly lead: (address: string) => string }> = {
  bounce: {
    happened: 'mail came back',
    lead: (address) => `A message to ${address} could not be delivered.`,
  },
  complaint: {
    happened: 'mail was complained of',
    lead: (address) => `Whoever reads ${address} marked a message as unwanted.`,
  },
};

export const purposes: Record<LinkPurpose, string> = {
  'upload-report': 'Upload the audit report',
  'upload-evidence': 'Upload evidence',
  review: 'Review a finding',
  calendar: 'Follow the deadlines in a calendar',
};

export const reasons: Record<(typeof reasonCodes)[number], string> = {
  'cause-not-addressed': 'The cause is not addressed',
  'evidence-insufficient': 'The evidence is not sufficient',
  'evidence-unrelated': 'The evidence is about something else',
  'scope-incomplete': 'The scope is incomplete',
  'not-implemented': 'It is not implemented',
  'not-effective': 'It is not effective',
  other: 'Another reason',
};

export const evidence: Record<(typeof evidenceStatuses)[number], string> = {
  uploading: 'not arrived yet',
  checking: 'being checked',
  held: 'held: the scanner gave no verdict',
  registered: 'received, checked and kept',
  quarantined: 'refused',
};

export const outcomes = { upheld: 'upheld', regraded: 'regraded', withdrawn: 'withdrawn' };
export const causes = { recurrence: 'recurrence', ineffective: 'not effective', 'false-evidence': 'false evidence' };
export const ways: Record<DecisionWay, string> = { account: '', link: ' by link', transcription: ', transcribed' };

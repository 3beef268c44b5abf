import { addDays } from '#domain/calendar/civil-date.ts';
import { stages } from '#domain/finding/stage.ts';
import type { Grade, Status } from '#domain/finding/state.ts';
import { sample } from '#local/sample/people.ts';
import type { AuditHead, FindingHead, Register } from '#ports/register.ts';

/** Heads that are written at once. */
const lanes = 16;
/** Findings of one audit. */
const perAudit = 250;
const firstDay = '2021-02-01';

const kinds = ['stage-2', 'surveillance', 'surveillance', 'recertification', 'internal'];
const owners = [
  sample.owner.email,
  sample.secondOwner.email,
  ...Array.from({ length: 58 }, (_each, n) => `owner-${String(n + 1).padStart(2, '0')}@example.org`),
];
const requirements = [
  'A.5.18',
  'A.5.23',
  'A.6.3',
  'A.7.10',
  'A.8.8',
  'A.8.13',
  'A.8.15',
  'A.8.32',
  '6.1.2',
  '9.2',
  '10.2',
];
const subjects = [
  'Backups of the ledger',
  'Access rights of leavers',
  'Reviews of suppliers',
  'Logs of the gateway',
  'Emergency changes',
  'Risk assessments of new sites',
  'Trainings of contractors',
  'Media that are disposed of',
];
const faults = [
  'are made every night; none was restored in the last twelve months.',
  'were not reviewed in two of the four quarters that were sampled.',
  'have no named owner, and nobody could say who approves them.',
  'are kept for thirty days although the policy asks for a year.',
  'were done before they were approved in five of twenty cases.',
];

const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
};

const auditOf = (n: number): AuditHead => {
  const day = addDays(firstDay, n * 45);
  const kind = pick(kinds, n);
  return { id: `${day}-${kind}`, seq: 1, kind, title: `${kind} audit of ${day.slice(0, 7)}`, firstDay: day };
};

/** What an opportunity for improvement, or a nonconformity, of an age is likely to be at. */
const standing = (n: number, grade: Grade, isOld: boolean): Pick<FindingHead, 'status' | 'stage' | 'waitsFor'> => {
  if (n % 41 === 0) return { status: 'withdrawn' };
  if (isOld && n % 13 !== 0) return { status: 'closed' };
  if (grade === 'ofi') return { status: pick<Status>(['awaiting-response', 'response-accepted', 'implemented'], n) };
  const stage = pick(stages, Math.floor(n / 3));
  return n % 4 === 0
    ? { status: 'in-review', stage, waitsFor: 'reviewer' }
    : n % 9 === 0
      ? { status: 'verifying', stage, waitsFor: 'verifier' }
      : { status: 'awaiting', stage, waitsFor: 'owner' };
};

const findingOf = (n: number, count: number): FindingHead => {
  const audit = auditOf(Math.floor(n / perAudit));
  const grade = pick<Grade>(['minor', 'minor', 'ofi', 'minor', 'major', 'ofi', 'minor'], n);
  const at = standing(n, grade, n < count * 0.7);
  const issuedOn = addDays(audit.firstDay, 7);
  return {
    id: `filled-${String(n).padStart(6, '0')}`,
    seq: 1,
    audit: audit.id,
    number: `${grade === 'ofi' ? 'OFI' : 'NC'}-${(n % perAudit) + 1}`,
    grade,
    owner: pick(owners, n * 7),
    requirements: [pick(requirements, n), ...(n % 5 === 0 ? [pick(requirements, n + 3)] : [])],
    summary: `${pick(subjects, Math.floor(n / 5))} ${pick(faults, n)} Found in sample ${n + 1}.`,
    issuedOn,
    ...at,
    ...(at.stage && { cycle: 1, round: 1 + (n % 2) }),
    ...(at.waitsFor && { due: addDays(issuedOn, 14 + (n % 400)) }),
    ...(at.status === 'closed' && { closedOn: addDays(issuedOn, 60 + (n % 90)) }),
  };
};

/**
 * Fills a register for trying and measuring: heads of findings, and of the audits that raised them, as lists show them.
 * There is nothing behind them: opened, none is there. The same for the same count.
 */
export const fillRegister = async (register: Register, count: number): Promise<void> => {
  for (let n = 0; n * perAudit < count; n += 1) await register.raiseAudit(auditOf(n));
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const n = next;
      next += 1;
      await register.raise(findingOf(n, count));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

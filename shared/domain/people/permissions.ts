import type { Role } from './person.ts';

const planners = ['isms-manager', 'lead-auditor'] as const;
const ofOrganization = [
  'owner',
  'action-owner',
  'isms-manager',
  'internal-auditor',
  'top-management',
  'observer',
] as const;
const ofCertificationBody = ['lead-auditor', 'auditor', 'decision-maker'] as const;
/** Whoever checks the record as a whole. Accesses name network addresses, and an evidence pack holds the accesses. */
const examiners = ['isms-manager', 'internal-auditor', 'lead-auditor'] as const;

/**
 * Who may do what besides the commands, which have tables of their own (`finding/transitions.ts`,
 * `audit/transitions.ts`). `owner` and `action-owner` are that of this very finding; `lead-auditor` and `auditor` of
 * this very audit. The route table names these lists and the use cases hold people against them.
 */
export const permissions = {
  listPeople: ['administrator', 'isms-manager'],
  changePeople: ['administrator'],

  /**
   * A finding with its trail, submissions, notices and file records; and its comments, which whoever reads them may add to.
   * The administrator is told of faults.
   */
  readFinding: [...ofOrganization, ...ofCertificationBody, 'administrator', 'system'],
  uploadEvidence: ['owner', 'action-owner', ...planners],
  /** What the files hold: of no concern to the administrator. */
  downloadEvidence: [...ofOrganization, ...ofCertificationBody],

  /** The reports of an audit, their rows and their files. By Redress itself where one came by a link. */
  handleReports: [...planners, 'system'],

  seeAccesses: examiners,
  /** The decision on the certificate rests on what a pack holds. */
  usePacks: [...examiners, 'decision-maker'],

  makeLinks: planners,
  seeLinks: [...planners, 'administrator'],
  revokeLinks: [...planners, 'administrator'],

  /** Whom mail no longer reaches. */
  handleSuppressions: ['administrator', 'isms-manager'],
  handleWebhooks: ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Permission = keyof typeof permissions;

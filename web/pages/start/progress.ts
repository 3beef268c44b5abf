import { auditTransitionOf } from '#domain/audit/transitions.ts';
import { transitionOf } from '#domain/finding/transitions.ts';
import { permissions } from '#domain/people/permissions.ts';
import type { Person, Role } from '#domain/people/person.ts';
import type { Answer } from '../../client/types.ts';
import { pagePaths } from '../../page-paths.ts';

type Audit = Answer<'getAudit'>;
type Finding = Answer<'listFindings'>['findings'][number];

export const startSteps = ['people', 'audit', 'report', 'findings', 'plan', 'review', 'closed'] as const;
export type StartStepName = (typeof startSteps)[number];

/** A step on the way to the first closed finding: whether it is done, for whom it is, and where one does it. */
export interface StartStep {
  readonly name: StartStepName;
  readonly isDone: boolean;
  readonly by: readonly Role[];
  readonly path: string;
}

/** What the API tells this person; `people`: where they may be listed. */
export interface Known {
  readonly people: readonly Person[] | undefined;
  /** The newest audit. */
  readonly audit: Audit | undefined;
  readonly findings: readonly Finding[];
}

const isHandedIn = ({ status, stage, round = 1, decision }: Finding): boolean =>
  decision !== undefined || round > 1 || (stage !== undefined && (stage !== 'plan' || status !== 'awaiting'));

const pathOf = (finding: Finding | undefined): string =>
  finding === undefined ? pagePaths.register : `/findings/${finding.id}`;

/** The steps of the guided start in their order, as far as what is known goes. */
export const startStepsFor = ({ people, audit, findings }: Known): readonly StartStep[] => {
  const issued = findings.length > 0;
  const nonconformities = findings.filter(({ grade }) => grade !== 'ofi');
  const awaitsPlan = nonconformities.find((finding) => !isHandedIn(finding));
  const inReview = findings.find(({ status }) => status === 'in-review');
  const toConfirm = audit?.imports.find(({ status }) => status === 'to-confirm');
  const ofAudit = audit ? `${pagePaths.audits}/${audit.id}` : pagePaths.newAudit;
  return [
    // Whoever may not list people is somebody besides the administrator.
    {
      name: 'people',
      isDone: people === undefined || people.some(({ roles }) => !roles.includes('administrator')),
      by: permissions.listPeople,
      path: pagePaths.people,
    },
    { name: 'audit', isDone: audit !== undefined, by: auditTransitionOf('open').by, path: pagePaths.newAudit },
    {
      name: 'report',
      isDone: issued || (audit?.imports.length ?? 0) > 0,
      by: auditTransitionOf('importReport').by,
      path: audit ? `${ofAudit}/import` : ofAudit,
    },
    {
      name: 'findings',
      isDone: issued,
      by: auditTransitionOf('confirmImport').by,
      path: toConfirm ? `${ofAudit}/imports/${toConfirm.id}` : ofAudit,
    },
    {
      name: 'plan',
      isDone: nonconformities.some(isHandedIn),
      by: transitionOf('submit').by,
      path: pathOf(awaitsPlan),
    },
    {
      name: 'review',
      isDone: findings.some(({ decision }) => decision !== undefined),
      by: transitionOf('accept').by,
      path: pathOf(inReview),
    },
    {
      name: 'closed',
      isDone: findings.some(({ status }) => status === 'closed'),
      by: transitionOf('accept').by,
      path: pagePaths.register,
    },
  ];
};

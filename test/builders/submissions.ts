import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type {
  CorrectionSubmission,
  PlanSubmission,
  RemediationSubmission,
  Submission,
} from '#domain/submission/submission.ts';
import { cast } from './people.ts';

/** A file that was uploaded, checked and registered. */
export const registered: EvidenceRecord = {
  id: 'restore-test-2026',
  kind: 'finding',
  aggregate: '2026-stage-2-nc-01',
  fileName: 'restore test.pdf',
  type: 'application/pdf',
  size: 48_120,
  sha256: 'a'.repeat(64),
  key: 'evidence/2026-stage-2-nc-01/restore-test-2026',
  status: 'registered',
  by: cast.owner.person,
  at: '2026-03-20T09:00:00.000Z',
};
export const evidenceRef = { id: registered.id, sha256: registered.sha256 };

/** Nothing is missing. Due dates lie before those of a major whose report was received on 2026-03-09. */
export const completePlan = {
  correction: { what: 'Restore one backup of every system.', who: cast.actionOwner.person, by: '2026-03-31' },
  consequences: 'No data was lost in the meantime.',
  rootCause: {
    method: '5-whys',
    causes: [{ label: 'C1', description: 'Nobody was named to plan restores when the platform team was split.' }],
    contributing: [{ label: 'C2', description: 'The monitoring reports on writing only.' }],
    whys: ['Why was no restore tried? Nobody was named to do it.'],
  },
  similar: { found: true, where: 'All other backup jobs.', what: 'The mail archive was never restored either.' },
  actions: [
    {
      label: 'A1',
      what: 'Name an owner of restores and put a test in the calendar each quarter.',
      removes: ['C1'],
      responsible: cast.actionOwner.person,
      dueDate: '2026-04-20',
      successMeasure: 'Two tests in a row are done on time.',
    },
    {
      label: 'A2',
      what: 'Report on restores in the monthly review.',
      removes: ['C1', 'C2'],
      responsible: cast.actionOwner.person,
      dueDate: '2026-04-27',
      successMeasure: 'The report of May names the last restore.',
      dependsOn: ['A1'],
    },
  ],
  riskAndImpact: 'A test restore loads the storage for an hour at night.',
  ismsChanges: 'POL-BKP gets a section on restores.',
  approvedBy: cast.ismsManager.person,
} as const satisfies PlanSubmission;

export const completeCorrection = {
  requirement: 'A.8.13 Information backup',
  proof: 'The log of the restore of 2026-03-10.',
  statement: 'The log shows that each system was restored whole.',
  correctedOn: '2026-03-10',
  extent: { allInstances: true },
  evidence: [evidenceRef],
} as const satisfies CorrectionSubmission;

export const completeRemediation = {
  actions: [
    { label: 'A1', doneOn: '2026-03-09', doneBy: cast.actionOwner.person, evidence: [evidenceRef] },
    { label: 'A2', doneOn: '2026-03-10', doneBy: cast.actionOwner.person, evidence: [evidenceRef] },
  ],
  causes: [{ label: 'C1', removed: 'An owner is named and did two tests.', evidence: [evidenceRef] }],
  ismsChanges: 'POL-BKP v4, section 6.',
  effectiveness: {
    criterion: 'Every system restored within a quarter.',
    method: 'Sampling of the restore logs.',
    sample: 'Five of eleven systems, March 2026.',
    result: 'All five restored.',
    by: cast.ismsManager.person,
  },
} as const satisfies RemediationSubmission;

/** `as const` samples, as the mutable values the schemas infer. */
const copy = <T>(value: unknown): T => structuredClone(value) as T;

/** A submission of each stage that lacks nothing; `change` replaces parts, `undefined` takes one out. */
export const completeSubmission = <S extends Submission['stage']>(
  stage: S,
  change: Partial<Extract<Submission, { stage: S }>['content']> = {},
): Extract<Submission, { stage: S }> => {
  const complete = { plan: completePlan, correction: completeCorrection, remediation: completeRemediation };
  return copy({ stage, content: { ...complete[stage], ...change } });
};

import { addDays } from '#domain/calendar/civil-date.ts';
import { sample } from '#local/sample/people.ts';

const actionOwner = sample.secondOwner.email;
const approvedBy = sample.ismsManager.email;

/** A plan with causes, and actions that wait for each other. */
export const wholePlan = {
  stage: 'plan',
  content: {
    correction: {
      what: 'Restore one backup of every system to the test network, and keep the log.',
      who: actionOwner,
      by: '2026-04-02',
    },
    consequences:
      'No data was lost in the meantime: no restore was needed since 2024. The risk owner was told on 2026-03-10.',
    rootCause: {
      method: '5-whys',
      causes: [
        { label: 'C1', description: 'Nobody was named to plan restores when the platform team was split.' },
        {
          label: 'C2',
          description: 'The monitoring reports on writing only, so nothing shows a restore that is missing.',
        },
      ],
      whys: [
        { answer: 'It stood in nobody’s calendar.', depth: 0 },
        { answer: 'The task was left behind when the platform team was split.', depth: 1, cause: 'C1' },
        { answer: 'Nobody noticed that it was not done.', depth: 0 },
        { answer: 'The monitoring reports on writing only.', depth: 1, cause: 'C2' },
      ],
    },
    similar: { found: true, where: 'All other backup jobs.', what: 'The mail archive was never restored either.' },
    actions: [
      {
        label: 'A1',
        what: 'Name an owner of restores, with a deputy.',
        removes: ['C1'],
        responsible: actionOwner,
        dueDate: '2026-04-01',
        successMeasure: 'The role stands in the process description.',
      },
      {
        label: 'A2',
        what: 'Put a test of every system in the calendar each quarter.',
        removes: ['C1'],
        responsible: actionOwner,
        dueDate: '2026-04-15',
        successMeasure: 'Two tests in a row are done on time.',
        dependsOn: ['A1'],
      },
      {
        label: 'A3',
        what: 'Have the monitoring report a restore that is missing.',
        removes: ['C2'],
        responsible: sample.owner.email,
        dueDate: '2026-04-24',
        successMeasure: 'An alarm is raised within a day in a trial.',
        dependsOn: ['A1'],
      },
    ],
    riskAndImpact: 'A test restore loads the storage for an hour at night; no other process changes.',
    ismsChanges: 'POL-BKP gets a section on restores.',
    approvedBy,
  },
} as const;

/** The same with dates a month later. */
export const laterPlan = {
  ...wholePlan,
  content: {
    ...wholePlan.content,
    correction: { ...wholePlan.content.correction, by: '2026-04-24' },
    actions: wholePlan.content.actions.map((action) => ({ ...action, dueDate: addDays(action.dueDate, 35) })),
  },
};

interface Registered {
  readonly id: string;
  readonly sha256: string;
}

/** @param on civil date */
export const correctionOf = (requirement: string, on: string, evidence: readonly Registered[]) => ({
  stage: 'correction',
  content: {
    requirement,
    proof: 'The log of the restores, and a picture of the test network with all systems up.',
    statement: 'The log shows that each of the eleven systems was restored whole, as the backup concept asks.',
    correctedOn: on,
    extent: { allInstances: true },
    evidence,
  },
});

/** @param on civil date */
export const remediationOf = (on: string, evidence: readonly Registered[]) => ({
  stage: 'remediation',
  content: {
    actions: wholePlan.content.actions.map(({ label, responsible }) => ({
      label,
      doneOn: on,
      doneBy: responsible,
      evidence,
    })),
    causes: [
      { label: 'C1', removed: 'An owner and a deputy are named, and did two tests.', evidence },
      { label: 'C2', removed: 'A missing restore raised an alarm in the trial.', evidence },
    ],
    ismsChanges: 'POL-BKP v4, section 6.',
    effectiveness: {
      criterion: 'Every system restored within a quarter.',
      method: 'Sampling of the restore logs.',
      sample: 'Five of eleven systems.',
      result: 'All five restored.',
      by: approvedBy,
    },
  },
});

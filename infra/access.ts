import type { IndexName } from '#adapters/aws/dynamodb/table.ts';

/** A Lambda function, by folder name in `functions/`. */
export const functionNames = [
  'submitter-commands',
  'reviewer-commands',
  'queries',
  'audits',
  'evidence',
  'await-step',
  'validate-submission',
  'record-fault',
  'read-report',
  'issue-finding',
  'finish-import',
  'relay',
  'reconcile',
  'deadline-sweep',
  'send-notice',
] as const;
export type FunctionName = (typeof functionNames)[number];

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/** What a function may do besides its own logs and traces. */
export interface Access {
  /** Partitions of findings: `NC#…`. */
  readonly findings?: readonly ItemAction[];
  /** Partitions of audits: `AUDIT#…`. */
  readonly audits?: readonly ItemAction[];
  /** The people directory. */
  readonly people?: readonly ItemAction[];
  /** How far the deadline sweep has come. */
  readonly sweep?: readonly ItemAction[];
  /** Indexes it may query. */
  readonly indexes?: readonly IndexName[];
  /** `resume`: end a wait. `drive`: also start executions, and look at them. */
  readonly machines?: 'resume' | 'drive';
  /** `grant`: sign uploads of evidence and reports, and look at what was uploaded. `read-reports`: read reports. */
  readonly intake?: 'grant' | 'read-reports';
  readonly publishes?: true;
  readonly sendsMail?: true;
}

const read = ['GetItem', 'Query'] as const;
const commit = ['GetItem', 'Query', 'PutItem'] as const;
const change = ['GetItem', 'Query', 'PutItem', 'UpdateItem'] as const;

/*
 * Each function's permissions, whole: the roles are made from this table. Nobody scans, deletes or writes in batches;
 * only the people directory and the audits function's own partitions are ever overwritten.
 */
export const access = {
  'submitter-commands': { findings: commit, audits: ['Query'], people: ['GetItem'] },
  'reviewer-commands': { findings: commit, audits: ['Query'], people: ['GetItem'] },
  queries: { findings: read, audits: read, people: read, indexes: ['register'] },
  audits: { findings: commit, audits: commit, people: ['GetItem', 'PutItem'] },
  evidence: { findings: change, audits: change, people: ['GetItem'], intake: 'grant' },

  'await-step': { findings: ['Query', 'PutItem'], audits: commit, machines: 'resume' },
  'validate-submission': { findings: commit, audits: ['Query'] },
  'record-fault': { findings: commit, audits: commit },
  'read-report': { findings: ['Query'], audits: commit, intake: 'read-reports' },
  'issue-finding': { findings: commit, audits: read },
  'finish-import': { audits: commit },

  relay: { findings: change, audits: change, sweep: ['GetItem', 'PutItem'], machines: 'drive', publishes: true },
  reconcile: {
    findings: change,
    audits: change,
    sweep: ['GetItem', 'PutItem'],
    indexes: ['outbox'],
    machines: 'drive',
    publishes: true,
  },
  'deadline-sweep': {
    findings: ['Query', 'UpdateItem'],
    sweep: ['GetItem', 'PutItem'],
    indexes: ['due'],
    publishes: true,
  },
  'send-notice': { findings: change, audits: ['Query'], people: ['Query'], sendsMail: true },
} as const satisfies Record<FunctionName, Access>;

import type { IndexName } from '#adapters/aws/dynamodb/table.ts';

/** A Lambda function, by folder name in `functions/`. */
export const functionNames = [
  'submitter-commands',
  'reviewer-commands',
  'queries',
  'comments',
  'audits',
  'evidence',
  'downloads',
  'links',
  'link-pages',
  'settings',
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
  'returned-mail',
  'call-webhooks',
  'check-evidence',
  'hold-evidence',
  'build-pack',
] as const;
export type FunctionName = (typeof functionNames)[number];

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/**
 * Of the intake. `grant`: sign uploads, whole or in parts, and look at what has arrived. `check`: read what was uploaded,
 * and the scanner's tag on it.
 */
type IntakeUse = 'grant' | 'check';

/**
 * Of the vault. `keep`: put files there under object lock. `hold`: put legal holds on and take them off. `read`: read
 * versions of files, or sign the addresses that serve them; `read-reports`: those of audit reports alone.
 */
type VaultUse = 'keep' | 'hold' | 'read' | 'read-reports';

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
  /** Links of people without an account: `LINK#…`. */
  readonly links?: readonly ItemAction[];
  /** Digests of deadline notices, each person's: `DIGEST#…`. */
  readonly digests?: readonly ItemAction[];
  /** Addresses that nothing is sent to. */
  readonly suppressions?: readonly (ItemAction | 'DeleteItem')[];
  readonly webhooks?: readonly ItemAction[];
  /** Indexes it may query. */
  readonly indexes?: readonly IndexName[];
  /** `resume`: end a wait. `drive`: also start executions, and look at them. */
  readonly machines?: 'resume' | 'drive';
  readonly intake?: IntakeUse;
  readonly vault?: VaultUse;
  /** `write`: put packs there. `read`: sign the addresses that serve them. */
  readonly packs?: 'write' | 'read';
  /** `sign`: sign packs. `show`: read the public half of the key. */
  readonly signingKey?: 'sign' | 'show';
  readonly publishes?: true;
  readonly sendsMail?: true;
  /** Has SES take up an address again that it had given up. */
  readonly takesUpAddresses?: true;
  /** Derives the secrets of webhooks from their key. */
  readonly webhookSecrets?: true;
}

const read = ['GetItem', 'Query'] as const;
const add = ['Query', 'PutItem'] as const;
const commit = ['GetItem', 'Query', 'PutItem'] as const;
const change = ['GetItem', 'Query', 'PutItem', 'UpdateItem'] as const;

/*
 * Each function's permissions, whole: the roles are made from this table. Nobody scans or writes in batches; nobody
 * deletes anything but the mark of an address that nothing was sent to; nobody shortens how long a file is kept.
 */
export const access = {
  'submitter-commands': { findings: commit, audits: ['Query'], people: ['GetItem'] },
  'reviewer-commands': { findings: commit, audits: ['Query'], people: ['GetItem'] },
  queries: { findings: read, audits: read, people: read, indexes: ['register', 'raised'] },
  comments: { findings: add, audits: ['Query'], people: ['GetItem'] },
  audits: { findings: commit, audits: commit, people: ['GetItem'] },
  evidence: { findings: commit, audits: commit, people: ['GetItem'], intake: 'grant' },
  downloads: {
    findings: commit,
    audits: commit,
    people: ['GetItem'],
    vault: 'read',
    packs: 'read',
    signingKey: 'show',
    publishes: true,
  },
  links: {
    findings: add,
    audits: add,
    people: ['GetItem'],
    links: ['GetItem', 'PutItem'],
    indexes: ['register'],
    sendsMail: true,
  },
  'link-pages': {
    findings: commit,
    audits: commit,
    people: ['GetItem'],
    links: ['GetItem', 'PutItem'],
    indexes: ['register', 'open'],
    intake: 'grant',
    vault: 'read',
    sendsMail: true,
  },
  settings: {
    people: ['GetItem', 'PutItem', 'UpdateItem'],
    suppressions: ['Query', 'DeleteItem'],
    webhooks: ['GetItem', 'Query', 'UpdateItem'],
    publishes: true,
    takesUpAddresses: true,
    webhookSecrets: true,
  },

  'await-step': { findings: ['Query', 'PutItem'], audits: commit, machines: 'resume' },
  'validate-submission': { findings: commit, audits: ['Query'] },
  'record-fault': { findings: commit, audits: commit },
  'read-report': { findings: ['Query'], audits: commit, vault: 'read-reports' },
  'issue-finding': { findings: commit, audits: read },
  'finish-import': { audits: commit },

  relay: {
    findings: change,
    audits: change,
    sweep: ['GetItem', 'PutItem'],
    indexes: ['register'],
    machines: 'drive',
    publishes: true,
  },
  reconcile: {
    findings: change,
    audits: change,
    sweep: ['GetItem', 'PutItem'],
    indexes: ['outbox', 'register'],
    machines: 'drive',
    publishes: true,
  },
  'deadline-sweep': {
    findings: ['Query', 'UpdateItem'],
    audits: ['Query'],
    people: ['Query'],
    sweep: ['GetItem', 'PutItem'],
    digests: ['PutItem', 'UpdateItem'],
    indexes: ['due'],
    publishes: true,
  },
  'send-notice': {
    findings: change,
    audits: change,
    people: ['GetItem', 'Query'],
    digests: ['GetItem', 'Query', 'UpdateItem'],
    suppressions: ['GetItem'],
    sendsMail: true,
  },
  'returned-mail': {
    findings: change,
    audits: change,
    people: ['GetItem', 'Query'],
    digests: ['GetItem', 'Query'],
    suppressions: ['GetItem', 'PutItem'],
    sendsMail: true,
  },
  'call-webhooks': {
    findings: ['Query'],
    audits: ['Query'],
    webhooks: ['GetItem', 'Query', 'UpdateItem'],
    publishes: true,
    webhookSecrets: true,
  },

  'check-evidence': {
    findings: ['GetItem', 'Query', 'UpdateItem'],
    audits: change,
    intake: 'check',
    vault: 'keep',
    publishes: true,
  },
  'hold-evidence': { findings: ['Query'], vault: 'hold' },
  'build-pack': {
    findings: commit,
    audits: commit,
    indexes: ['register'],
    vault: 'read',
    packs: 'write',
    signingKey: 'sign',
  },
} as const satisfies Record<FunctionName, Access>;

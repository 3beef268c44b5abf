import { encodePolicy } from '#domain/policy/encoded.ts';
import type { EnvironmentOf } from '#functions/_runtime/env.ts';
import type { Env as Audits } from '#functions/audits/env.ts';
import type { Env as AwaitStep } from '#functions/await-step/env.ts';
import type { Env as BuildPack } from '#functions/build-pack/env.ts';
import type { Env as CallWebhooks } from '#functions/call-webhooks/env.ts';
import type { Env as CheckEvidence } from '#functions/check-evidence/env.ts';
import type { Env as Comments } from '#functions/comments/env.ts';
import type { Env as DeadlineSweep } from '#functions/deadline-sweep/env.ts';
import type { Env as Downloads } from '#functions/downloads/env.ts';
import type { Env as Evidence } from '#functions/evidence/env.ts';
import type { Env as FinishImport } from '#functions/finish-import/env.ts';
import type { Env as HoldEvidence } from '#functions/hold-evidence/env.ts';
import type { Env as IssueFinding } from '#functions/issue-finding/env.ts';
import type { Env as LinkPages } from '#functions/link-pages/env.ts';
import type { Env as Links } from '#functions/links/env.ts';
import type { Env as Queries } from '#functions/queries/env.ts';
import type { Env as ReadReport } from '#functions/read-report/env.ts';
import type { Env as Reconcile } from '#functions/reconcile/env.ts';
import type { Env as RecordFault } from '#functions/record-fault/env.ts';
import type { Env as Relay } from '#functions/relay/env.ts';
import type { Env as ReturnedMail } from '#functions/returned-mail/env.ts';
import type { Env as ReviewerCommands } from '#functions/reviewer-commands/env.ts';
import type { Env as SendNotice } from '#functions/send-notice/env.ts';
import type { Env as Settings } from '#functions/settings/env.ts';
import type { Env as SubmitterCommands } from '#functions/submitter-commands/env.ts';
import type { Env as ValidateSubmission } from '#functions/validate-submission/env.ts';
import type { FunctionName } from './access.ts';
import type { Config } from './config.ts';

/** What each function asks for in its `env.ts`. */
interface Environments extends Record<FunctionName, Readonly<Record<string, string>>> {
  'submitter-commands': EnvironmentOf<typeof SubmitterCommands>;
  'reviewer-commands': EnvironmentOf<typeof ReviewerCommands>;
  queries: EnvironmentOf<typeof Queries>;
  comments: EnvironmentOf<typeof Comments>;
  audits: EnvironmentOf<typeof Audits>;
  evidence: EnvironmentOf<typeof Evidence>;
  downloads: EnvironmentOf<typeof Downloads>;
  links: EnvironmentOf<typeof Links>;
  'link-pages': EnvironmentOf<typeof LinkPages>;
  settings: EnvironmentOf<typeof Settings>;
  'await-step': EnvironmentOf<typeof AwaitStep>;
  'validate-submission': EnvironmentOf<typeof ValidateSubmission>;
  'record-fault': EnvironmentOf<typeof RecordFault>;
  'read-report': EnvironmentOf<typeof ReadReport>;
  'issue-finding': EnvironmentOf<typeof IssueFinding>;
  'finish-import': EnvironmentOf<typeof FinishImport>;
  relay: EnvironmentOf<typeof Relay>;
  reconcile: EnvironmentOf<typeof Reconcile>;
  'deadline-sweep': EnvironmentOf<typeof DeadlineSweep>;
  'send-notice': EnvironmentOf<typeof SendNotice>;
  'returned-mail': EnvironmentOf<typeof ReturnedMail>;
  'call-webhooks': EnvironmentOf<typeof CallWebhooks>;
  'check-evidence': EnvironmentOf<typeof CheckEvidence>;
  'hold-evidence': EnvironmentOf<typeof HoldEvidence>;
  'build-pack': EnvironmentOf<typeof BuildPack>;
}

/** Where the application's resources are. */
export interface Places {
  readonly tableName: string;
  readonly intakeBucket: string;
  readonly vaultBucket: string;
  readonly packsBucket: string;
  readonly signingKeyArn: string;
  readonly webhookKeyArn: string;
  readonly configurationSet: string;
  readonly frontSecret: string;
  readonly busName: string;
  readonly nonconformityArn: string;
  readonly auditIntakeArn: string;
}

/** The environment of every function: exactly what its `env.ts` names, or this does not compile. */
export const environmentsOf = (config: Config, places: Places): Environments => {
  const observed = (name: FunctionName) => ({ POWERTOOLS_SERVICE_NAME: name });
  const table = { TABLE_NAME: places.tableName };
  const onTable = { ...table, TIME_ZONE: config.organization.timeZone };
  const policy = { POLICY: encodePolicy(config.policy) };
  const intake = { INTAKE_BUCKET: places.intakeBucket };
  const vault = { VAULT_BUCKET: places.vaultBucket };
  const packs = { PACKS_BUCKET: places.packsBucket };
  const signing = { SIGNING_KEY_ARN: places.signingKeyArn };
  const scanner = { MALWARE_SCAN: config.malwareScan };
  const bus = { BUS_NAME: places.busName };
  const machines = { NONCONFORMITY_ARN: places.nonconformityArn, AUDIT_INTAKE_ARN: places.auditIntakeArn };
  const organization = { ORGANIZATION: config.organization.name };
  const mail = {
    MAIL_FROM: config.mail.from,
    CONFIGURATION_SET: places.configurationSet,
    BASE_URL: config.baseUrl,
    LANGUAGE: config.language,
    ...organization,
  };
  const webhooks = { WEBHOOK_KEY_ARN: places.webhookKeyArn };
  // Only for those that record where a request came from.
  const front = { FRONT_SECRET: places.frontSecret };
  const morning = { MORNING_HOUR: String(config.morningHour) };
  return {
    'submitter-commands': { ...observed('submitter-commands'), ...onTable },
    'reviewer-commands': { ...observed('reviewer-commands'), ...onTable },
    queries: { ...observed('queries'), ...onTable, ...policy },
    comments: { ...observed('comments'), ...onTable },
    audits: { ...observed('audits'), ...onTable, ...policy },
    evidence: { ...observed('evidence'), ...onTable, ...policy, ...intake },
    downloads: { ...observed('downloads'), ...onTable, ...front, ...vault, ...packs, ...signing, ...bus },
    links: { ...observed('links'), ...onTable, ...mail, ...front },
    'link-pages': { ...observed('link-pages'), ...onTable, ...front, ...policy, ...intake, ...vault, ...mail },
    settings: { ...observed('settings'), ...table, ...bus, ...mail, ...morning, ...webhooks },
    'await-step': { ...observed('await-step'), ...onTable, ...machines },
    'validate-submission': { ...observed('validate-submission'), ...onTable },
    'record-fault': { ...observed('record-fault'), ...onTable },
    'read-report': { ...observed('read-report'), ...onTable, ...vault },
    'issue-finding': { ...observed('issue-finding'), ...onTable, ...policy },
    'finish-import': { ...observed('finish-import'), ...onTable },
    relay: { ...observed('relay'), ...onTable, ...bus, ...machines, ...morning },
    reconcile: { ...observed('reconcile'), ...onTable, ...bus, ...machines, ...morning },
    'deadline-sweep': { ...observed('deadline-sweep'), ...onTable, ...bus, ...morning },
    'send-notice': { ...observed('send-notice'), ...onTable, ...mail },
    'returned-mail': { ...observed('returned-mail'), ...onTable, ...mail },
    'call-webhooks': { ...observed('call-webhooks'), ...onTable, ...bus, ...mail, ...webhooks },
    'check-evidence': { ...observed('check-evidence'), ...onTable, ...policy, ...intake, ...vault, ...bus, ...scanner },
    'hold-evidence': { ...observed('hold-evidence'), ...onTable, ...vault },
    'build-pack': { ...observed('build-pack'), ...onTable, ...vault, ...packs, ...signing, ...organization },
  };
};

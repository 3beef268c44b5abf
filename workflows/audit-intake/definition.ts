import {
  type CatchProps,
  Choice,
  Condition,
  Errors,
  type IChainable,
  type IStateMachine,
  Map as MapState,
  Pass,
  ProvideItems,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type {
  AwaitStep,
  Confirmed,
  FindingIssued,
  FinishImport,
  IntakeInput,
  IssueFinding,
  RecordFault,
  ReportRead,
} from '#contracts/tasks.ts';
import { faultCaught, faultFound, recordFault } from '../_states/fault.ts';
import type { Functions } from '../_states/functions.ts';
import { given, jsonata } from '../_states/jsonata.ts';
import { alreadyStarted } from '../_states/retry.ts';
import { call, startNonconformity, wait } from '../_states/task.ts';

/** The functions that the machine `audit-intake` calls. */
export const auditIntakeFunctions = [
  'read-report',
  'await-step',
  'issue-finding',
  'finish-import',
  'record-fault',
] as const;

type AwaitConfirmation = Extract<AwaitStep, { importId: string }>;
type FaultOfImport = Extract<RecordFault, { importId: string }>;

/** Findings issued at a time. */
const ABREAST = 5;

const rowFaultCaught: CatchProps = {
  ...faultCaught,
  outputs: { ...faultCaught.outputs, row: jsonata('$states.context.Map.Item.Value') },
};

/**
 * One row of a confirmed import: issue the finding, and start its machine if it is a nonconformity. A row that faults
 * does not stop the others; what befell it goes out beside the findings.
 */
const issueOne = (
  scope: Construct,
  { functions, nonconformity }: { functions: Functions<'issue-finding'>; nonconformity: IStateMachine },
): IChainable => {
  const issued = Pass.jsonata(scope, 'Finding issued', { outputs: { finding: jsonata('$states.input.finding') } });
  const faulted = Pass.jsonata(scope, 'Row faulted', { comment: 'Reported when the other rows are through.' });

  const issue = call<IssueFinding, FindingIssued>(scope, 'Issue finding', {
    callee: functions['issue-finding'],
    payload: { audit: given('audit'), importId: given('importId'), row: jsonata('$states.input') },
    answer: ['finding', 'machine', 'step', 'epoch'],
  });
  const start = startNonconformity(scope, 'Start nonconformity', {
    machine: nonconformity,
    input: { finding: '$states.input.finding', epoch: '$states.input.epoch', step: '$states.input.step' },
  });
  start.addCatch(issued, { errors: [alreadyStarted], outputs: jsonata('$states.input') });
  start.addCatch(faulted, rowFaultCaught);
  start.next(issued);

  issue.addCatch(faulted, rowFaultCaught);
  issue.next(
    Choice.jsonata(scope, 'Nonconformity?')
      .when(Condition.jsonata(jsonata('$states.input.machine')), start)
      .otherwise(issued),
  );
  return issue;
};

/** From an uploaded audit report to issued findings: read it, wait for a person to confirm its rows, issue them. */
export const auditIntake = (
  scope: Construct,
  {
    functions,
    nonconformity,
  }: { readonly functions: Functions<(typeof auditIntakeFunctions)[number]>; readonly nonconformity: IStateMachine },
): IChainable => {
  const audit = given('audit');
  const importId = given('importId');
  const fault = recordFault<FaultOfImport>(scope, functions['record-fault'], ['audit', 'importId']);

  const read = call<IntakeInput, ReportRead>(scope, 'Read report', {
    callee: functions['read-report'],
    payload: { audit, importId, evidence: given('evidence') },
    answer: ['status'],
  });
  const refused = Succeed.jsonata(scope, 'Nothing usable', { comment: 'Every row was refused, with its reason.' });
  const confirmation = wait<AwaitConfirmation, Confirmed>(scope, 'Await confirmation', {
    waiter: functions['await-step'],
    payload: { audit, importId },
    answer: ['rows'],
  });
  const neverConfirmed = Succeed.jsonata(scope, 'Never confirmed', {
    comment: 'Nobody confirmed and nothing was issued, so there is nothing to mend: no failure, and no alarm.',
  });
  const issueAll = MapState.jsonata(scope, 'Issue findings', {
    items: ProvideItems.jsonata(jsonata('$states.input.rows')),
    maxConcurrency: ABREAST,
    outputs: {
      findings: jsonata('[$states.result.finding]'),
      faults: jsonata('[$states.result[$exists(error)]]'),
    },
  });
  issueAll.itemProcessor(issueOne(scope, { functions, nonconformity }));
  const finish = call<FinishImport>(scope, 'Finish import', {
    callee: functions['finish-import'],
    payload: { audit, importId, findings: jsonata('$states.input.findings') },
    answer: [],
  });

  read.addCatch(fault, faultCaught);
  confirmation.addCatch(neverConfirmed, { errors: [Errors.TIMEOUT], outputs: {} });
  confirmation.addCatch(fault, faultCaught);
  issueAll.addCatch(fault, faultCaught);
  finish.addCatch(fault, faultCaught);

  read.next(
    Choice.jsonata(scope, 'Any row usable?')
      .when(Condition.jsonata(jsonata("$states.input.status = 'refused'")), refused)
      .otherwise(confirmation),
  );
  confirmation.next(issueAll);
  issueAll.next(
    Choice.jsonata(scope, 'All issued?', {
      outputs: faultFound({
        task: jsonata('$states.input.faults[0].task'),
        error: jsonata('$states.input.faults[0].error'),
        cause: jsonata("$join($states.input.faults.('row ' & $string(row) & ': ' & cause), '; ')"),
      }),
    })
      .when(Condition.jsonata(jsonata('$count($states.input.faults) = 0')), finish)
      .otherwise(fault),
  );
  finish.next(Succeed.jsonata(scope, 'Issued'));
  return read;
};

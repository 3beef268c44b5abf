import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createDueIndex } from '#adapters/aws/dynamodb/due-index.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createOutbox } from '#adapters/aws/dynamodb/outbox.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { busOf } from '../_runtime/aws/bus.ts';
import { workflowsOf } from '../_runtime/aws/machines.ts';
import { tableOf, trailsOf } from '../_runtime/aws/table.ts';
import { Env } from './env.ts';
import { create } from './reconcile.ts';

const env = Env.parse(process.env);
const table = tableOf(env);

export const handler = create({
  ...trailsOf(env, table),
  contents: createContents(table),
  due: createDueIndex(table),
  evidence: createEvidenceRecords(table),
  outbox: createOutbox(table),
  register: createRegister(table),
  waits: createWaits(table),
  workflows: workflowsOf(env),
  bus: busOf(env),
  morningHour: env.MORNING_HOUR,
});

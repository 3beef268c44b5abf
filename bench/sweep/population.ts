import { type DynamoDBClient, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { digest } from '#adapters/runtime/digest.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import { decide } from '#domain/finding/decide.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { ISO_27001 } from '#domain/requirement/requirement.ts';
import { type Sealed, seal } from '#domain/trail/chain.ts';
import { sample } from '#local/sample/people.ts';
import { dueShards } from '#ports/register.ts';
import { headOf } from '#use-cases/workflow/head.ts';

type Item = NonNullable<PutItemCommandInput['Item']>;

export const audit = 'surveillance';
const owners = 50;

/** A nonconformity as its report has it, with its plan due on a civil date. */
const issued = (id: string, owner: number, due: string): Sealed<FindingEvent> => {
  const received = addDays(due, -14);
  const today = addDays(received, 1);
  const event = decide(
    undefined,
    {
      command: {
        name: 'issue',
        body: {
          number: id,
          grade: 'minor',
          requirements: [{ framework: ISO_27001, id: 'A.8.13' }],
          statement: 'Backups of the ledger are written every night; none was restored in the last twelve months.',
          objectiveEvidence: 'Restore log of the storage team, from March to February: no entry.',
          process: 'IT operations',
          owner: `owner-${owner}@example.org`,
        },
      },
      actor: { person: sample.leadAuditor.email, roles: ['lead-auditor'] },
      id: 'command',
      fingerprint: 'fingerprint',
    },
    {
      now: `${today}T10:00:00.000Z`,
      today,
      audit: {
        id: audit,
        team: [{ person: sample.leadAuditor.email, role: 'lead-auditor' }],
        anchors: {
          reportReceived: received,
          reportIssued: received,
          closeOfAudit: addDays(received, -4),
          lastDay: addDays(received, -4),
          nextAudit: addDays(received, 320),
        },
      },
      issuing: { id, policy: defaultPolicy },
    },
  );
  if (!event.ok) throw new Error(`${id} was not issued: ${event.refusals[0]?.message}`);
  return seal(event.value, null, digest);
};

/** The items that adapters write, instead of writing them. */
const capturing = () => {
  const items: Item[] = [];
  const client = {
    send: async (command: unknown) => {
      if (command instanceof PutItemCommand && command.input.Item) items.push(command.input.Item);
      return {};
    },
  } as unknown as DynamoDBClient;
  return { client, items };
};

/** The items of one finding: its event, which has been relayed, and its head. */
const itemsOf = async (event: Sealed<FindingEvent>, next: string): Promise<readonly Item[]> => {
  const { client, items } = capturing();
  const table = { client, tableName: 'captured' };
  await createTrail({ ...table, kind: 'finding', schema: FindingEvent }).append(event);
  const from = addDays(event.state.issuedOn, 1);
  await createRegister(table).raise({ ...headOf(event.state, { clock: from, cap: from }), nextNoticeOn: next });
  return items.map(({ outbox: _outbox, outboxSort: _outboxSort, ...item }) => item);
};

export interface Population {
  /** Tells the findings of one population from those of others. */
  readonly name: string;
  /** Open findings on which nothing is to be said for a month. */
  readonly quiet: number;
  /** Findings on which something is to be said on the day. */
  readonly due: number;
  readonly on: string;
}

/**
 * The items of a population, one after the other. The due ones are made each by itself, with their events: half of them
 * are due in seven days, half are overdue by seven and told to three people. Of the quiet ones nothing is read but what
 * the index holds: they are copies of one, spread over a year.
 */
export async function* itemsIn({ name, quiet, due, on }: Population): AsyncGenerator<Item, void, void> {
  for (let n = 0; n < due; n += 1) {
    const date = n % 2 === 0 ? addDays(on, 7) : addDays(on, -7);
    yield* await itemsOf(issued(`${name}-due-${n}`, n % owners, date), on);
  }
  const [pattern, dated] = ['pattern-finding', '2001-02-03'];
  const [, head] = await itemsOf(issued(pattern, 0, addDays(on, 30)), dated);
  const text = JSON.stringify(head);
  const days = Array.from({ length: 365 }, (_day, n) => addDays(on, 30 + n));
  for (let n = 0; n < quiet; n += 1) {
    const day = days[n % days.length] ?? on;
    const copy: Item = JSON.parse(text.replaceAll(pattern, `${name}-${n}`).replaceAll(dated, day));
    yield { ...copy, dueKey: { S: `DUE#${day}#${n % dueShards}` } };
  }
}

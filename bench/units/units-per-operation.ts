import { routes } from '#contracts/routes.ts';
import type { Figure } from '../figure.ts';
import { rounded, sum } from '../statistics.ts';
import { type Call, indexNames, type Spent } from './meter.ts';

interface Operation {
  readonly operation: string;
  readonly by: 'API' | 'background';
  readonly calls: number;
  /** Means of the calls. */
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** What of the write units is on the table, and in each index. */
  readonly writes: Readonly<Record<string, number>>;
  readonly mostReadUnits: number;
  readonly mostWriteUnits: number;
}

const apiOperations = routes.map((route) => route.name);

const writesOf = ({ writes, indexWrites }: Spent): number => writes + sum(Object.values(indexWrites));

const operationOf = (operation: string, spent: readonly Spent[]): Operation => {
  const mean = (of: (each: Spent) => number): number => rounded(sum(spent.map(of)) / spent.length, 1);
  return {
    operation,
    by: apiOperations.includes(operation) ? 'API' : 'background',
    calls: spent.length,
    requests: mean((each) => each.requests),
    readUnits: mean((each) => each.reads),
    writeUnits: mean(writesOf),
    writes: {
      table: mean((each) => each.writes),
      ...Object.fromEntries(indexNames.map((name) => [name, mean((each) => each.indexWrites[name])])),
    },
    mostReadUnits: Math.max(...spent.map((each) => each.reads)),
    mostWriteUnits: Math.max(...spent.map(writesOf)),
  };
};

/** The API's in the order of the route table, then what runs behind the scenes. */
const operationsOf = (calls: readonly Call[]): readonly Operation[] => {
  const byName = Map.groupBy(calls, ({ operation }) => operation);
  const background = [...byName.keys()].filter((name) => !apiOperations.includes(name)).toSorted();
  return [...apiOperations, ...background].flatMap((name) => {
    const found = byName.get(name);
    return found
      ? [
          operationOf(
            name,
            found.map(({ spent }) => spent),
          ),
        ]
      : [];
  });
};

/** @param calls of a scripted life; @param straight those of them that one finding on the straight path took */
export const unitsPerOperation = (calls: readonly Call[], straight: readonly Call[]): Figure => {
  const operations = operationsOf(calls);
  const straightLife = {
    requests: sum(straight.map(({ spent }) => spent.requests)),
    readUnits: sum(straight.map(({ spent }) => spent.reads)),
    writeUnits: sum(straight.map(({ spent }) => writesOf(spent))),
  };
  return {
    name: 'units',
    title: 'Read and write units',
    explanation: [
      'Of DynamoDB, for each call of an operation: means of a scripted life, and the most that one call took. Counted from',
      'the items by the rules of the Developer Guide: reads in steps of 4 KB (half, where not consistent), writes in steps',
      'of 1 KB, each index that a write changes on top (two where an entry moves). A look at a finding is `getFinding`.',
      `A finding on the straight path, from its first submission to Closed, with everything behind it: ${straightLife.readUnits} read and`,
      `${straightLife.writeUnits} write units in ${straightLife.requests} requests.`,
    ],
    columns: ['operation', 'by', 'calls', 'requests', 'read', 'max', 'write', 'max', 'of it: table', ...indexNames],
    rows: operations.map((each) => [
      each.operation,
      each.by,
      each.calls,
      each.requests,
      each.readUnits,
      each.mostReadUnits,
      each.writeUnits,
      each.mostWriteUnits,
      each.writes.table ?? 0,
      ...indexNames.map((name) => each.writes[name] ?? 0),
    ]),
    data: { operations, straightLife },
    breaches: [],
  };
};

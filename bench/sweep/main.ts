import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '#domain/calendar/civil-date.ts';
import { openTable } from '#local/table.ts';
import { type Figure, textOf } from '../figure.ts';
import { fillTable } from './fill-table.ts';
import { measureRuns, type Run } from './measure.ts';
import { itemsIn } from './population.ts';

const usage = `npm run bench:sweep -- [--open 1000000] [--due 1000] [--json]

  --open  open findings in the larger of two tables; the smaller holds a tenth (1000000: about 2 GB below ${tmpdir()})
  --due   findings on which something is to be said on the day (1000)
  --json  print one JSON object and nothing else
`;

/** Read units with ten times the open findings, to those with a tenth of them: no more than this. */
const mostGrowth = 1.1;
/** Read and write units of a run that finds nothing. */
const mostIdle = 60;
const firstDay = '2026-06-15';

const fail: (text: string) => never = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const readOptions = () => {
  const number = (name: string, text: string, least: number): number => {
    const value = Number(text);
    if (!/^\d{1,8}$/.test(text) || value < least) fail(`--${name} ${text}: give a whole number from ${least} on.`);
    return value;
  };
  try {
    const options = {
      open: { type: 'string', default: '1000000' },
      due: { type: 'string', default: '1000' },
      json: { type: 'boolean', default: false },
    } as const;
    const { open, due, json } = parseArgs({ options }).values;
    const dueFindings = number('due', due, 2);
    return { open: number('open', open, 20 * dueFindings), due: dueFindings, json };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

interface Measured {
  readonly open: number;
  readonly runs: readonly Run[];
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const figureOf = (due: number, [small, large]: readonly [Measured, Measured]): Figure => {
  const compared = small.runs.map((run, place) => {
    const same = large.runs[place];
    if (!same) throw new RangeError(`${run.what} was measured once`);
    return { what: run.what, small: run, large: same, growth: rounded(same.readUnits / run.readUnits) };
  });
  const breaches = compared.flatMap(({ what, small: a, large: b, growth }) => [
    ...(growth > mostGrowth || growth < 1 / mostGrowth
      ? [`${what}: ${growth} times the read units with ten times the open findings; at most ${mostGrowth}.`]
      : []),
    ...[a, b]
      .filter((run) => run.notices === 0 && run.readUnits + run.writeUnits > mostIdle)
      .map((run) => `${what}: ${run.readUnits + run.writeUnits} units for nothing; at most ${mostIdle}.`),
    ...[a, b]
      .filter((run) => run.what === 'findings due' && run.findings !== due)
      .map((run) => `${run.findings} findings were due, not ${due}.`),
    ...[a, b]
      .filter((run) => run.what !== 'findings due' && run.findings !== 0)
      .map((run) => `${run.what}: ${run.findings} were.`),
  ]);
  return {
    name: 'sweep',
    title: 'Units of the deadline sweep',
    explanation: [
      `Of DynamoDB, for one run each: with ${small.open.toLocaleString('en')} and with ${large.open.toLocaleString('en')} open findings, ${due.toLocaleString('en')} of them due on the day.`,
      'Counted from the items by the rules of the Developer Guide, each index that a write changes on top. `growth`: read',
      'units with ten times the open findings to those without.',
    ],
    columns: ['run', 'open', 'findings', 'lines', 'digests', 'requests', 'read', 'write', 'ms', 'growth'],
    rows: compared.flatMap(({ what, small: a, large: b, growth }) =>
      [a, b].map((run, place) => [
        place === 0 ? what : '',
        (place === 0 ? small : large).open,
        run.findings,
        run.notices,
        run.digests,
        run.requests,
        run.readUnits,
        run.writeUnits,
        run.milliseconds,
        place === 0 ? '' : growth,
      ]),
    ),
    data: { due, small, large, growth: Object.fromEntries(compared.map(({ what, growth }) => [what, growth])) },
    breaches,
  };
};

const { open, due, json } = readOptions();
const say = (text: string): void => {
  if (!json) process.stdout.write(`${text}\n`);
};
const folder = await mkdtemp(join(tmpdir(), 'redress-bench-'));
const at = join(folder, 'table');
try {
  await mkdir(at);
  const { tableName, close } = await openTable(at);
  await close();
  /** Fills the table up to so many open findings, some due on a day of their own, and measures. */
  const measure = async (name: string, upTo: number, there: number, on: string): Promise<Measured> => {
    const started = performance.now();
    await fillTable(at, tableName, itemsIn({ name, quiet: upTo - there - due, due, on }));
    say(`${upTo.toLocaleString('en')} open findings after ${Math.round((performance.now() - started) / 1000)} s`);
    return { open: upTo, runs: await measureRuns(at, on) };
  };
  const tenth = Math.round(open / 10);
  const small = await measure('a', tenth, 0, firstDay);
  // What was due on the first day is due again on later ones than this.
  const large = await measure('b', open, tenth, addDays(firstDay, 1));
  const figure = figureOf(due, [small, large]);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ node: process.versions.node, ...(figure.data as object), breaches: figure.breaches })}\n`,
    );
  else say(`${textOf(figure)}\n${figure.breaches.length === 0 ? 'every limit is kept' : figure.breaches.join(' ')}`);
  process.exitCode = figure.breaches.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

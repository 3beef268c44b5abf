import type { Figure } from '../figure.ts';
import { medians } from '../statistics.ts';
import { type Person, slowDown } from './person.ts';

const keys = 50;

/** Seconds for which the main thread has been at work since the page was opened. */
const workOf = async ({ devtools }: Person): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const work = metrics.find(({ name }) => name === 'TaskDuration');
  if (!work) throw new Error('the browser does not say how long it worked');
  return work.value;
};

/** Milliseconds of work for one key, in a field of the plan editor. */
const keyStroke = async (person: Person, field: string): Promise<number> => {
  await person.page.getByLabel(field, { exact: true }).last().click();
  const before = await workOf(person);
  await person.page.keyboard.type('x'.repeat(keys));
  return ((await workOf(person)) - before) * (1000 / keys);
};

const fields = ['Why 1', 'Where did you look?', 'Risk and impact of the change'] as const;

const strokes = async (person: Person, runs: number, factor: number): Promise<number[]> => {
  await person.slow(factor);
  const all: Record<string, number>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const each: Record<string, number> = {};
    for (const field of fields) each[field] = await keyStroke(person, field);
    all.push(each);
  }
  await person.slow(1);
  return Object.values(medians(all));
};

/**
 * What a key stroke costs in the longest form, the corrective action plan.
 * @param finding address of the page of a finding that awaits one of its owner
 */
export const planForm = async (owner: Person, finding: string, runs: number): Promise<Figure> => {
  const { page, devtools } = owner;
  await devtools.send('Performance.enable');
  await page.goto(finding);
  await page.getByLabel(fields[0], { exact: true }).waitFor();
  const fast = await strokes(owner, runs, 1);
  const slow = await strokes(owner, runs, slowDown);
  return {
    name: 'webPlanForm',
    title: 'Writing a corrective action plan',
    explanation: [
      `Work of the main thread for one key, in ms, in three parts of the form; ${keys} keys, median of ${runs}.`,
    ],
    columns: ['processor', ...fields],
    rows: [
      ['as it is', ...fast],
      [`${slowDown} times slower`, ...slow],
    ],
    data: { fields, fast, slow },
    breaches: [],
  };
};

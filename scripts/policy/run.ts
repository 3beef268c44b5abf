import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CivilDate } from '#domain/calendar/civil-date.ts';
import { builtInNames, builtInPolicies } from '#domain/policy/built-in/index.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Refusal } from '#domain/result.ts';
import { explainDates } from './explain.ts';
import { givenPolicy } from './given-policy.ts';

const usage = `npm run policy -- list
npm run policy -- explain --grade major --received 2026-03-09
    [--policy ${builtInNames.join('|')}|FILE]  a built-in policy, or the one of a configuration file (redress.config.json)
    [--issued DATE] [--closing DATE] [--last-day DATE] [--next-audit DATE]
    [--stage-2] [--certificate-expires DATE]  what the hard caps hang on
    [--region CH-ZH]  whose public holidays, in place of the policy's own
`;

const date = CivilDate.optional();
const Given = z.object({
  policy: z.string().default('redress.config.json'),
  grade: z.enum(['major', 'minor'], { error: 'Give major or minor. An opportunity for improvement has no deadlines.' }),
  received: z.string({ error: 'Give the day the report was received.' }).pipe(CivilDate),
  issued: date,
  closing: date,
  'last-day': date,
  'next-audit': date,
  'certificate-expires': date,
  'stage-2': z.boolean().default(false),
  region: z.string().optional(),
});

/** What a run prints, and whether all was well. */
export interface Ran {
  readonly exitCode: 0 | 1;
  readonly lines: readonly string[];
}

const refused = (refusals: readonly Refusal[]): Ran => ({
  exitCode: 1,
  lines: [...refusals.map(({ field, message }) => (field === undefined ? message : `${field}: ${message}`)), '', usage],
});

const listed = ({ name, due, review, moveToWorkingDay }: Policy): string => {
  const { plan } = due.major;
  const days = 'days' in plan ? `${plan.days} ${plan.count === 'working' ? 'working ' : ''}days` : 'by the next audit';
  const moved = moveToWorkingDay ? ', dates move to a working day' : '';
  return `${name.padEnd(16)}plan of a major: ${days} from ${plan.from}; review: ${review.days} ${review.count ?? 'calendar'} days${moved}`;
};

const explain = async (values: unknown): Promise<Ran> => {
  const parsed = Given.safeParse(values);
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ message, path }) => ({ code: 'invalid', message, field: `--${path.join('.')}` })),
    );
  const { grade, region, ...dates } = parsed.data;
  const policy = await givenPolicy(dates.policy, { region, about: dates.received });
  if (!policy.ok) return refused(policy.refusals);
  const lines = explainDates(policy.value, grade, {
    received: dates.received,
    issued: dates.issued,
    closing: dates.closing,
    lastDay: dates['last-day'],
    nextAudit: dates['next-audit'],
    certificateExpires: dates['certificate-expires'],
    stage2: dates['stage-2'],
  });
  return { exitCode: 0, lines };
};

const text = { type: 'string' } as const;
const options = {
  policy: text,
  grade: text,
  received: text,
  issued: text,
  closing: text,
  'last-day': text,
  'next-audit': text,
  'certificate-expires': text,
  'stage-2': { type: 'boolean' },
  region: text,
} as const;

/** `npm run policy`: the built-in policies, or every date of a nonconformity and why. */
export const run = async (args: readonly string[]): Promise<Ran> => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...more] = positionals;
    if (command === 'list' && more.length === 0)
      return { exitCode: 0, lines: builtInNames.map((name) => listed(builtInPolicies[name])) };
    if (command === 'explain' && more.length === 0) return await explain({ ...values });
    return refused([{ code: 'usage', message: 'Give list or explain.' }]);
  } catch (error) {
    // What Node says of an option it does not know, or one without a value, is plain enough.
    if (error instanceof TypeError) return refused([{ code: 'usage', message: error.message }]);
    throw error;
  }
};

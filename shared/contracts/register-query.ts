import * as z from 'zod';
import { stages } from '#domain/finding/stage.ts';
import { grades, statuses } from '#domain/finding/state.ts';
import { PersonId } from '#domain/people/person.ts';

/** `open` stands for every status but `closed` and `withdrawn`. */
export const askedStatuses = ['open', ...statuses] as const;

/** What the register can be sorted by. Findings that have none of it come last, both ways. */
export const sortings = ['number', 'grade', 'status', 'due', 'owner', 'issuedOn'] as const;
export type Sorting = (typeof sortings)[number];

/** Findings on one page, at most. */
export const largestPage = 200;

/** Some of a list, with commas between: `major,minor`. */
const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(z.enum(values, { error: `Give one or more of these, with commas between: ${values.join(', ')}.` }))
        .max(20),
    )
    .optional();

const filter = {
  /** Words, each of which stands in the number, the summary, the owner or the requirements. */
  q: z.string().max(200).optional(),
  audit: z.string().max(40).optional(),
  grade: someOf(grades),
  status: someOf(askedStatuses),
  stage: someOf(stages),
  owner: PersonId.optional(),
  overdue: z.enum(['true', 'false'], { error: 'Give true or false.' }).optional(),
  sort: z.enum(sortings, { error: `Sort by one of these: ${sortings.join(', ')}.` }).default('number'),
  order: z.enum(['asc', 'desc'], { error: 'Give asc or desc.' }).default('asc'),
};

const wholeNumber = (least: number, most: number) => {
  const error = `Give a whole number from ${least} to ${most}.`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** Which findings, and in which order. */
export const RegisterFilter = z.strictObject(filter);
export type RegisterFilter = z.infer<typeof RegisterFilter>;

/** One page of them; a page after the last has no findings. */
export const FindingsQuery = z.strictObject({
  ...filter,
  page: wholeNumber(1, 1_000_000).default(1),
  size: wholeNumber(1, largestPage).default(50),
});
export type FindingsQuery = z.infer<typeof FindingsQuery>;

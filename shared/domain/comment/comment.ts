import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';

/** Characters of a comment, at most. */
export const longestComment = 4000;

/** Comments on one finding, at most: they are read all together. */
export const mostComments = 400;

/** What people who see a finding tell each other about it. It is no part of the record; never edited, never deleted. */
export const Comment = z.object({
  /** Made of who wrote it and the key of the request, so that a repeated request is the same comment. */
  id: z.string(),
  at: Instant,
  person: z.string(),
  text: z.string(),
});
export type Comment = z.infer<typeof Comment>;

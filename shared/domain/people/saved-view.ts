import * as z from 'zod';

/** Views that one person may keep. */
export const mostViews = 30;
export const longestViewName = 60;

/** A look at the register that a person has given a name. */
export const SavedView = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, { error: 'Give the view a name.' })
    .max(longestViewName, { error: `A name has at most ${longestViewName} characters.` }),
  /** Filter and order as the register's address has them: `status=open&sort=due`. */
  query: z.string().max(1000),
});
export type SavedView = z.infer<typeof SavedView>;

const isOnce = (views: readonly SavedView[]): boolean => new Set(views.map(({ name }) => name)).size === views.length;

/** All views of one person, in the order of that person. */
export const SavedViews = z
  .array(SavedView)
  .max(mostViews, { error: `At most ${mostViews} views are kept: delete one first.` })
  .refine(isOnce, { error: 'There is a view of this name: choose another.' });
export type SavedViews = z.infer<typeof SavedViews>;

import * as z from 'zod';
import { BadCursor } from '#ports/store.ts';

/** The place of the last item of a page in its list. */
const Place = z.strictObject({ id: z.string().min(1).max(200), sort: z.string().min(1).max(1000) });
export type Place = z.infer<typeof Place>;

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const jsonIn = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new BadCursor('this cursor is damaged', { cause });
  }
};

/**
 * A cursor comes back through a client's hands, so it is checked to name a place of the list it is used on.
 * @param prefix what the sort keys of that list begin with
 * @throws {BadCursor} for anything that this list has not handed out
 */
export const placeIn = (cursor: string, prefix: string): Place => {
  const place = Place.safeParse(jsonIn(cursor));
  if (!place.success) throw new BadCursor('this cursor is damaged', { cause: place.error });
  const { id, sort } = place.data;
  if (!sort.startsWith(prefix) || !sort.endsWith(`#${id}`)) throw new BadCursor('this cursor belongs to another list');
  return place.data;
};

import type { FindingEventType } from '#domain/finding/events.ts';
import type { Answer } from '../../../client/types.ts';
import type { Happened } from './events.ts';

export type Notice = Answer<'listNotices'>['notices'][number];
export type Comment = Answer<'listComments'>['comments'][number];

/** One thing in a timeline. `before`: the event before it. */
export type Entry = { readonly at: string; readonly key: string } & (
  | { readonly kind: 'event'; readonly event: Happened; readonly before: Happened | undefined }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'comment'; readonly comment: Comment }
);

export const filters = ['all', 'decisions', 'notices', 'comments'] as const;
export type Filter = (typeof filters)[number];

const decisions: ReadonlySet<FindingEventType> = new Set<FindingEventType>([
  'confirmed',
  'not-confirmed',
  'accepted',
  'returned',
  'extension-granted',
  'extension-refused',
  'regraded',
  'regrade-refused',
  'withdrawn',
  'withdrawal-refused',
  'appeal-decided',
  'reopened',
  'closed',
]);

const passes: Record<Filter, (entry: Entry) => boolean> = {
  all: () => true,
  decisions: (entry) => entry.kind === 'event' && decisions.has(entry.event.type),
  notices: ({ kind }) => kind === 'notice',
  comments: ({ kind }) => kind === 'comment',
};

/** Oldest first; what an event set off comes after it. */
export const entriesOf = (
  events: readonly Happened[],
  notices: readonly Notice[],
  comments: readonly Comment[],
  filter: Filter = 'all',
): readonly Entry[] =>
  [
    ...events.map(
      (event, place): Entry => ({
        kind: 'event',
        at: event.at,
        key: `event ${event.seq}`,
        event,
        before: events[place - 1],
      }),
    ),
    ...notices.map((notice): Entry => ({ kind: 'notice', at: notice.at, key: `notice ${notice.key}`, notice })),
    ...comments.map((comment): Entry => ({ kind: 'comment', at: comment.at, key: `comment ${comment.id}`, comment })),
  ]
    .filter(passes[filter])
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

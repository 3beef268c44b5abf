import { type Comment, mostComments } from '#domain/comment/comment.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Comments } from '#ports/comments.ts';
import { StoreFault } from '#ports/store.ts';
import { commandKey, keyReused } from '../commit.ts';
import { readableFinding } from '../queries/read-finding.ts';
import type { Trails } from '../trails.ts';

export interface AddCommentStore extends Pick<Trails, 'findings' | 'audits' | 'clock' | 'digest'> {
  readonly comments: Comments;
}

interface Written {
  readonly actor: Actor;
  readonly text: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
}

const tooMany = {
  code: 'too-many-comments',
  message: `A finding holds ${mostComments} comments at most. Talk about it elsewhere.`,
};

/** The first answer to a request that is repeated; refused where the key was another comment's. */
const repeated = (before: Comment, text: string): Result<Comment> =>
  before.text === text ? ok(before) : refuse(keyReused);

/**
 * Adds a comment to a finding, for everybody who may read it. It is no event: neither the finding's version nor what may
 * be done with it changes, and whoever comments has not taken part in the process.
 */
export const addComment = async (
  store: AddCommentStore,
  finding: string,
  { actor, text, key }: Written,
): Promise<Result<Comment>> => {
  const found = await readableFinding(store, finding, actor);
  if (!found.ok) return found;
  const { id } = commandKey(store.digest, actor.person, key, text);
  const all = await store.comments.of(finding);
  const before = all.find((comment) => comment.id === id);
  if (before) return repeated(before, text);
  if (all.length >= mostComments) return refuse(tooMany);
  const comment: Comment = { id, at: store.clock.now(), person: actor.person, text };
  if ((await store.comments.add(finding, comment)) === 'done') return ok(comment);
  // The same request came twice at once, and the other was first.
  const first = (await store.comments.of(finding)).find((each) => each.id === id);
  if (!first) throw new StoreFault(`a comment on ${finding} is taken and not there`);
  return repeated(first, text);
};

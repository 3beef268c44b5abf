import type { Comment } from '#domain/comment/comment.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Comments } from '#ports/comments.ts';
import { readableFinding } from '../queries/read-finding.ts';
import type { Trails } from '../trails.ts';

interface ListCommentsStore extends Pick<Trails, 'findings' | 'audits'> {
  readonly comments: Pick<Comments, 'of'>;
}

/** The comments on a finding, oldest first, for everybody who may read it. */
export const listComments = async (
  store: ListCommentsStore,
  finding: string,
  actor: Actor,
): Promise<Result<readonly Comment[]>> => {
  const found = await readableFinding(store, finding, actor);
  return found.ok ? ok(await store.comments.of(finding)) : found;
};

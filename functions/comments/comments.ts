import { AddComment } from '#contracts/http.ts';
import { ok } from '#domain/result.ts';
import type { People } from '#ports/people.ts';
import { type AddCommentStore, addComment } from '#use-cases/comments/add-comment.ts';
import { listComments } from '#use-cases/comments/list-comments.ts';
import { bodyOf, createApi, part } from '../_runtime/api.ts';

export interface Store extends AddCommentStore {
  readonly people: Pick<People, 'get'>;
}

/** Comments on findings. */
export const create = (store: Store) =>
  createApi('comments', store.people, {
    listComments: async (request) => {
      const comments = await listComments(store, part(request, 'finding'), request.actor);
      return comments.ok ? ok({ comments: comments.value }) : comments;
    },
    addComment: async (request) => {
      const { text } = bodyOf(AddComment, request);
      const { actor, key } = request;
      return addComment(store, part(request, 'finding'), { actor, key, text });
    },
  });

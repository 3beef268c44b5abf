import { MakeLink } from '#contracts/http.ts';
import { ok } from '#domain/result.ts';
import { listLinks } from '#use-cases/links/list-links.ts';
import { type MakeLinkStore, makeLink } from '#use-cases/links/make-link.ts';
import { revokeLink } from '#use-cases/links/revoke-link.ts';
import { type ApiRequest, bodyOf, createApi, part } from '../_runtime/api.ts';

export type Store = MakeLinkStore;

const requestOf = (request: ApiRequest) => ({
  audit: part(request, 'audit'),
  actor: request.actor,
  address: request.address,
});

/** Makes, lists and revokes links for people without an account. */
export const create = (store: Store) =>
  createApi('links', store.people, {
    makeLink: (request) => makeLink(store, bodyOf(MakeLink, request), requestOf(request)),
    listLinks: async (request) => {
      const links = await listLinks(store, part(request, 'audit'), request.actor);
      return links.ok ? ok({ links: links.value }) : links;
    },
    revokeLink: (request) => revokeLink(store, part(request, 'link'), requestOf(request)),
  });

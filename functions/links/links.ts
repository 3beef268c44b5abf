import { MakeLink } from '#contracts/http.ts';
import { ok } from '#domain/result.ts';
import { listLinks } from '#use-cases/links/list-links.ts';
import { type MakeLinkStore, makeLink } from '#use-cases/links/make-link.ts';
import { type MyCalendarStore, makeMyCalendar, myCalendar, revokeMyCalendar } from '#use-cases/links/my-calendar.ts';
import { revokeLink } from '#use-cases/links/revoke-link.ts';
import { type ApiRequest, bodyOf, createApi, part } from '../_runtime/api.ts';

export type Store = MakeLinkStore & MyCalendarStore;

const requestOf = (request: ApiRequest) => ({
  audit: part(request, 'audit'),
  actor: request.actor,
  address: request.address,
});

/** Makes, lists and revokes links for people without an account, and people's feeds of their own deadlines. */
export const create = (store: Store) =>
  createApi('links', store.people, {
    makeLink: (request) => makeLink(store, bodyOf(MakeLink, request), requestOf(request)),
    listLinks: async (request) => {
      const links = await listLinks(store, part(request, 'audit'), request.actor);
      return links.ok ? ok({ links: links.value }) : links;
    },
    revokeLink: (request) => revokeLink(store, part(request, 'link'), requestOf(request)),
    getCalendar: async ({ actor }) => ok(await myCalendar(store, actor.person)),
    makeCalendar: ({ actor }) => makeMyCalendar(store, actor.person),
    revokeCalendar: ({ actor }) => revokeMyCalendar(store, actor.person),
  });

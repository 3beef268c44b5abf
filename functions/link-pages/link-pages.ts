import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type LinkRoute, linkAssets, linkRoutes } from '#contracts/link-routes.ts';
import { findLink, type Visit } from '#use-cases/links/find-link.ts';
import { count, log, observed } from '../_runtime/observe.ts';
import { type Answer, answersOf, sessionIn } from './answers.ts';
import { script } from './assets/script.ts';
import { style } from './assets/style.ts';
import { isScripted } from './body.ts';
import { type Endpoint, endpoints, type Store } from './endpoints.ts';
import { messagePage } from './pages/message.ts';
import { preferredLanguage, type Speech, speechOf } from './speech.ts';

export type { Store } from './endpoints.ts';

const assets: ReadonlyMap<string, readonly [type: string, body: string]> = new Map([
  ['style.css', ['text/css; charset=utf-8', style]],
  ['upload.js', ['text/javascript; charset=utf-8', script]],
]);

const sessionEnded = {
  code: 'unauthenticated',
  message: 'Your session has ended. Load the page again and have a new code sent.',
};

const fault = { code: 'fault', message: 'Something went wrong on our side; try again.' };

const visitOf = (event: APIGatewayProxyEventV2): Visit => ({
  secret: event.pathParameters?.link ?? '',
  session: (link) => sessionIn(event.cookies, link),
  address: event.requestContext.http.sourceIp,
});

/** A header's value, by its name in lower case. */
const header = (event: APIGatewayProxyEventV2, name: string): string | undefined =>
  Object.entries(event.headers).find(([each]) => each.toLowerCase() === name)?.[1];

/** What the page's script asks for is answered in JSON, what a form sends or an address bar asks for as a page. */
const isForScript = (route: LinkRoute, event: APIGatewayProxyEventV2): boolean =>
  route.method === 'GET' ? typeof route.answer !== 'string' : isScripted(event);

/**
 * The pages of links: for everybody who has an address, without an account. An address that opens nothing is answered
 * alike for every reason, after the same work. No path is logged: it holds the secret.
 */
export const create = (store: Store) => {
  const served = new Map(linkRoutes.map((route) => [`${route.method} ${route.path}`, route]));
  const byName: Readonly<Record<string, Endpoint>> = endpoints;
  for (const { name } of served.values()) if (!byName[name]) throw new RangeError(`link-pages serves no ${name}`);

  const speechFor = (event: APIGatewayProxyEventV2): Speech =>
    speechOf(preferredLanguage(header(event, 'accept-language'), store.language));

  const answer = async (route: LinkRoute, endpoint: Endpoint, event: APIGatewayProxyEventV2): Promise<Answer> => {
    const speech = speechFor(event);
    const answers = answersOf(store, speech);
    const visit = visitOf(event);
    const found = await findLink(store, visit);
    if (!found?.link || !route.purposes.includes(found.link.purpose)) return answers.dead();
    const path = `/links/${encodeURIComponent(visit.secret)}`;
    const forScript = isForScript(route, event);
    if (route.opened && !found.isOpened)
      return forScript || route.method === 'GET' ? answers.problem(sessionEnded) : answers.seeOther(path);
    return endpoint({ store, route, event, visit, found, path, answers, speech, isForScript: forScript });
  };

  return observed<APIGatewayProxyEventV2, Answer>(async (event) => {
    const speech = speechFor(event);
    const answers = answersOf(store, speech);
    if (event.routeKey === `GET ${linkAssets}`) {
      const asset = assets.get(event.pathParameters?.file ?? '');
      return asset ? answers.asset(...asset) : answers.dead();
    }
    const route = served.get(event.routeKey);
    const endpoint = route && byName[route.name];
    if (!route || !endpoint) return answers.dead();
    try {
      const given = await answer(route, endpoint, event);
      log('info', 'REDRESS_LINK_ANSWER', { route: route.name, status: given.statusCode });
      return given;
    } catch (error) {
      log('error', 'REDRESS_LINK_FAULT', { route: route.name, error });
      count('ApiFault');
      return isForScript(route, event)
        ? answers.problem(fault)
        : answers.page(500, messagePage(speech, speech.pages.fault.title, speech.pages.fault.text));
    }
  });
};

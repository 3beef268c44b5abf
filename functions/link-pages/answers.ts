import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemOf } from '#contracts/problem.ts';
import type { Refusal } from '#domain/result.ts';
import { deadPage } from './pages/dead.ts';
import type { Speech } from './speech.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

/** Where this function stands: what its headers and cookies depend on. */
export interface Place {
  /** What links begin with. */
  readonly baseUrl: string;
  /** Origins that the browser sends files to and fetches them from: those of the intake and of the vault. */
  readonly fileOrigins: readonly string[];
}

const isSecure = ({ baseUrl }: Place): boolean => baseUrl.startsWith('https:');

const contentPolicy = ({ fileOrigins }: Place): string => {
  const files = fileOrigins.map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${files}`,
    `form-action 'self'${files}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
};

/** On every answer, whatever it is: it is for one person, for now, and for no frame, index or referrer. */
const guarded = (place: Place): Record<string, string> => ({
  'content-security-policy': contentPolicy(place),
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  ...(isSecure(place) && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
});

const typed = (place: Place, statusCode: number, type: string, body: string): Answer => ({
  statusCode,
  headers: { ...guarded(place), 'content-type': type },
  body,
});

/** The ways of this function to answer, in a language. */
export const answersOf = (place: Place, speech: Speech) => ({
  page: (statusCode: number, body: string): Answer => typed(place, statusCode, 'text/html; charset=utf-8', body),
  /** The one answer at every address that opens nothing. */
  dead: (): Answer => typed(place, 404, 'text/html; charset=utf-8', deadPage(speech)),
  calendar: (body: string): Answer => typed(place, 200, 'text/calendar; charset=utf-8', body),
  json: (statusCode: number, value: object): Answer =>
    typed(place, statusCode, 'application/json', JSON.stringify(value)),
  problem: (...refusals: readonly Refusal[]): Answer => {
    const said = refusals.map((refusal) => ({ ...refusal, message: speech.sentence(refusal.message) }));
    const content = problemOf(said);
    return typed(place, content.status, 'application/problem+json', JSON.stringify(content));
  },
  /** The page's own style and script: the same for everybody, and worth keeping for a while. */
  asset: (type: string, body: string): Answer => ({
    statusCode: 200,
    headers: { ...guarded(place), 'content-type': type, 'cache-control': 'public, max-age=3600' },
    body,
  }),
  /** After a POST: on to another address by GET, so that nothing is sent again by a reload. */
  seeOther: (location: string, cookie?: string): Answer => ({
    statusCode: 303,
    headers: { ...guarded(place), location },
    ...(cookie !== undefined && { cookies: [cookie] }),
    body: '',
  }),
});
export type Answers = ReturnType<typeof answersOf>;

/** The name of a link's cookie: of its own, so that two links may be open in one browser. */
const cookieName = (link: string): string => `redress-${link}`;

/** The session of a link as a cookie that no script reads and no other site sends. */
export const sessionCookie = (
  place: Place,
  { link, secret, seconds }: { readonly link: string; readonly secret: string; readonly seconds: number },
): string =>
  [
    `${cookieName(link)}=${secret}`,
    'Path=/links',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure(place) ? ['Secure'] : []),
  ].join('; ');

/** What the browser's cookies say of a link's session. */
export const sessionIn = (cookies: readonly string[] | undefined, link: string): string | undefined => {
  const name = `${cookieName(link)}=`;
  const cookie = cookies?.map((each) => each.trim()).find((each) => each.startsWith(name));
  return cookie?.slice(name.length);
};

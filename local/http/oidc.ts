import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Random } from '#ports/random.ts';
import type { LocalSystem } from '../system.ts';
import { chooserPage } from './chooser-page.ts';
import type { SignIn } from './sign-in.ts';

/** Where the identity provider of the local system lies: its issuer, as OpenID Connect Discovery 1.0 has it. */
export const oidcPath = '/local/oidc';

/** The issuer that its tokens name, for a system at this address. */
export const issuerAt = (baseUrl: string): string => `${new URL(baseUrl).origin}${oidcPath}`;

/** The one client there is: the web application of this very origin. */
const clientId = 'redress';
/** Seconds that a code is good for, once. */
const codeLifetime = 60;

const Asked = z.object({
  response_type: z.literal('code'),
  client_id: z.literal(clientId),
  redirect_uri: z.url(),
  state: z.string().max(500),
  nonce: z.string().max(500).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
type Asked = z.infer<typeof Asked>;

const Exchange = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.literal(clientId),
    code: z.string().max(200),
    redirect_uri: z.url(),
    code_verifier: z.string().min(43).max(128),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    client_id: z.literal(clientId),
    refresh_token: z.string().max(200),
  }),
]);
type Exchange = z.infer<typeof Exchange>;

const Revoked = z.object({ client_id: z.literal(clientId), token: z.string().max(200) });

interface Granted {
  readonly asked: Asked;
  readonly email: string;
  readonly until: number;
}

const fieldsOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''));

const refuse = (reply: FastifyReply, error: string, description: string) =>
  reply.status(400).header('cache-control', 'no-store').send({ error, error_description: description });

/** Whom a token is for. */
interface Entitled {
  readonly email: string;
  readonly nonce?: string | undefined;
}

/**
 * An identity provider for a laptop: OpenID Connect's code flow with PKCE as Cognito speaks it, but that one chooses who
 * one is. Codes go to pages of this origin alone. Codes and refresh tokens are forgotten with the process.
 */
export const serveOidc = (server: FastifyInstance, system: LocalSystem, signIn: SignIn, random: Random): void => {
  const codes = new Map<string, Granted>();
  /** By refresh token. */
  const renewals = new Map<string, Entitled>();
  const origin = (): string => new URL(system.store.baseUrl).origin;
  const isOurs = ({ redirect_uri }: Asked): boolean => new URL(redirect_uri).origin === origin();

  server.get(`${oidcPath}/.well-known/openid-configuration`, () => {
    const issuer = issuerAt(system.store.baseUrl);
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      revocation_endpoint: `${issuer}/revoke`,
      end_session_endpoint: `${issuer}/sign-out`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      code_challenge_methods_supported: ['S256'],
    };
  });
  server.get(`${oidcPath}/keys`, () => ({ keys: [signIn.publicKey] }));

  server.get(`${oidcPath}/authorize`, async (request, reply) => {
    const asked = Asked.safeParse(request.query);
    if (!asked.success || !isOurs(asked.data))
      return refuse(reply, 'invalid_request', 'Sign-in begins at the web application of this system.');
    const page = chooserPage(await system.store.people.all(), asked.data);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      )
      .send(page);
  });

  server.post(`${oidcPath}/authorize`, async (request, reply) => {
    const { person = '', ...rest } = fieldsOf(request);
    const asked = Asked.safeParse(rest);
    const known = await system.store.people.get(person);
    if (!asked.success || !isOurs(asked.data) || !known)
      return refuse(reply, 'invalid_request', 'Choose one of the people listed.');
    const code = random.secret();
    codes.set(code, { asked: asked.data, email: known.email, until: Date.now() + codeLifetime * 1000 });
    const back = new URL(asked.data.redirect_uri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.data.state);
    return reply.header('cache-control', 'no-store').redirect(back.href, 303);
  });

  const entitledBy = (exchange: Exchange): Entitled | undefined => {
    if (exchange.grant_type === 'refresh_token') return renewals.get(exchange.refresh_token);
    const { code, code_verifier: verifier, redirect_uri: redirect } = exchange;
    const granted = codes.get(code);
    codes.delete(code);
    if (!granted || granted.until < Date.now() || granted.asked.redirect_uri !== redirect) return undefined;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return granted.asked.code_challenge === challenge
      ? { email: granted.email, nonce: granted.asked.nonce }
      : undefined;
  };

  server.post(`${oidcPath}/token`, async (request, reply) => {
    const exchange = Exchange.safeParse(fieldsOf(request));
    if (!exchange.success)
      return refuse(reply, 'invalid_request', 'Exchange a code, with its verifier, or a refresh token.');
    const entitled = entitledBy(exchange.data);
    const person = entitled && (await system.store.people.get(entitled.email));
    if (!person) return refuse(reply, 'invalid_grant', 'This code or token is good no more. Sign in again.');
    const token = await signIn.token(person.email, person.name, entitled.nonce);
    const renewal = random.secret();
    // As with Cognito, the one that was exchanged stays good, and no other comes.
    const isFirst = exchange.data.grant_type === 'authorization_code';
    if (isFirst) renewals.set(renewal, entitled);
    return reply.header('cache-control', 'no-store').send({
      id_token: token,
      access_token: token,
      token_type: 'Bearer',
      expires_in: 12 * 60 * 60,
      scope: 'openid',
      ...(isFirst && { refresh_token: renewal }),
    });
  });

  // RFC 7009: a token that is none is revoked too.
  server.post(`${oidcPath}/revoke`, (request, reply) => {
    const revoked = Revoked.safeParse(fieldsOf(request));
    if (!revoked.success) return refuse(reply, 'invalid_request', 'Name the token to revoke.');
    renewals.delete(revoked.data.token);
    return reply.header('cache-control', 'no-store').send();
  });

  server.get<{ Querystring: { post_logout_redirect_uri?: string } }>(`${oidcPath}/sign-out`, (request, reply) => {
    const back = request.query.post_logout_redirect_uri ?? '/';
    return reply.redirect(URL.canParse(back) && new URL(back).origin === origin() ? back : '/', 303);
  });
};

import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { returnPath } from '../page-paths.ts';
import type { Settings } from '../settings.ts';

/** Who is signed in in this tab. */
export interface Session {
  /** The token of who is signed in, renewed where it is about to end; `undefined`: nobody is. */
  token(): Promise<string | undefined>;
  /** Goes to the identity provider, and comes back to this very page. */
  signIn(): Promise<void>;
  /** Ends a sign-in that comes back; the answer is the page it began on. */
  signedIn(): Promise<string>;
  signOut(): Promise<void>;
}

/**
 * Sign-in by OpenID Connect's code flow with PKCE. The tokens stay in this tab: another tab is another session, and
 * closing it ends one.
 */
export const createSession = ({ issuer, clientId, signOut }: Settings): Session => {
  const { origin } = window.location;
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${origin}${returnPath}`,
    post_logout_redirect_uri: `${origin}/`,
    response_type: 'code',
    scope: 'openid email',
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
  });

  /** A new token for the one that ended; `undefined` where the identity provider wants the person to sign in again. */
  const renewed = async (): Promise<string | undefined> => {
    try {
      return (await manager.signinSilent())?.id_token;
    } catch (error) {
      if (error instanceof ErrorResponse) return undefined;
      throw error;
    }
  };
  /** From now on nobody renews the session, not even who has copied its refresh token. */
  const revoke = async (): Promise<void> => {
    if (await manager.metadataService.getRevocationEndpoint()) await manager.revokeTokens(['refresh_token']);
  };
  /** Somebody leaves, and the page is about to go: meanwhile nothing is asked, and nobody is sent to sign in again. */
  let isLeaving = false;
  const never = new Promise<never>(() => undefined);
  const leave = async (): Promise<void> => {
    // Where the identity provider is out of reach one may leave all the same: the token then ends by itself.
    await revoke().catch(() => undefined);
    // Before it goes anywhere: what opens the API is to stand in no address, not even as a hint.
    await manager.removeUser();
    const described = signOut === undefined ? await manager.metadataService.getEndSessionEndpoint() : undefined;
    if (described !== undefined) return manager.signoutRedirect();
    window.location.assign(signOut ?? '/');
  };
  /** One renewal serves all who ask meanwhile: a refresh token may be good for one use. */
  let renewing: Promise<string | undefined> | undefined;

  return {
    token: async () => {
      if (isLeaving) return never;
      const user = await manager.getUser();
      if (!user) return undefined;
      if (!user.expired) return user.id_token;
      if (user.refresh_token === undefined) return undefined;
      renewing ??= renewed().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    signIn: () => {
      const { pathname, search } = window.location;
      return manager.signinRedirect({ state: pathname === returnPath ? '/' : `${pathname}${search}` });
    },
    signedIn: async () => {
      const { state } = await manager.signinRedirectCallback();
      return typeof state === 'string' && state.startsWith('/') && !state.startsWith('//') ? state : '/';
    },
    signOut: async () => {
      isLeaving = true;
      try {
        await leave();
      } catch (error) {
        isLeaving = false;
        throw error;
      }
    },
  };
};

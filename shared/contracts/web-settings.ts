import type { Language } from '#domain/people/preferences.ts';

/** Where the browser application finds its settings. */
export const settingsPath = '/settings.json';

interface Player {
  readonly email: string;
  readonly name: string;
}

/** Who plays in the sample audit, and where the mail lies that is sent there. */
export interface WebSample {
  readonly cast: Readonly<Record<'owner' | 'ismsManager' | 'internalAuditor' | 'leadAuditor', Player>>;
  readonly mailbox: string;
}

/** What the browser application is told by where it is served from. */
export interface WebSettings {
  /** Where the API lies, without a slash at its end. */
  readonly api: string;
  /** The OpenID Connect issuer, and by which name it knows this application. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where signing out ends, as a whole address, where the issuer's own description of itself does not lead there. */
  readonly signOut?: string;
  readonly organization: string;
  /** The wall calendar that dates are of. */
  readonly timeZone: string;
  readonly language: Language;
  /** On a laptop alone. */
  readonly sample?: WebSample;
}

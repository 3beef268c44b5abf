/** Whom the application may ask besides the origin it comes from. */
export interface WebOrigins {
  /** Where people sign in: the issuer, and its token endpoint where that lies elsewhere. */
  readonly signIn: readonly string[];
  /** Where files are sent to and fetched from: intake and vault. */
  readonly files: readonly string[];
}

/** Nothing but its own origin: the system on a laptop. */
export const ownOriginOnly: WebOrigins = { signIn: [], files: [] };

/**
 * What the browser application may load, and whom it may ask. Scripts and styles are its own files: nothing inline,
 * nothing evaluated. The one place that says so, for a laptop and for CloudFront.
 */
export const contentPolicy = ({ signIn, files }: WebOrigins): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...new Set([...signIn, ...files])].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What no page of the application asks a device for. */
export const permissionsPolicy = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** On every file of the application. `strict-transport-security` comes on top where it is served by https. */
export const webHeaders = (origins: WebOrigins): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(origins),
  'permissions-policy': permissionsPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** Files whose name changes with their content: kept for a year. Everything else is asked for anew. */
export const hashedFolder = '/assets/';
export const hashedCaching = 'public, max-age=31536000, immutable';
export const otherCaching = 'no-cache';

import { apiPath } from '#contracts/front.ts';
import type { WebSettings } from '#contracts/web-settings.ts';
import type { Config } from './config.ts';
import type { Issuer } from './kept.ts';

/** What the browser application is told of the organization, and of where its people sign in. */
export const webSettingsOf = (
  { organization, language }: Pick<Config, 'organization' | 'language'>,
  { url, clientId, signOut }: Issuer,
): WebSettings => ({
  api: apiPath,
  issuer: url,
  clientId,
  ...(signOut !== undefined && { signOut }),
  organization: organization.name,
  timeZone: organization.timeZone,
  language,
});

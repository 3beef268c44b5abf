/*
 * Where the pages are that letters, calendars and chats lead to. `baseUrl` has no slash at its end: whoever takes it in,
 * from a configuration or an environment, sees to that.
 */

/** A part of an address, whatever it holds. */
const part = (text: string): string => encodeURIComponent(text.toWellFormed());

export const registerUrl = (baseUrl: string): string => `${baseUrl}/findings`;
export const findingUrl = (baseUrl: string, finding: string): string => `${baseUrl}/findings/${part(finding)}`;
export const auditUrl = (baseUrl: string, audit: string): string => `${baseUrl}/audits/${part(audit)}`;
export const importUrl = (baseUrl: string, audit: string, importId: string): string =>
  `${auditUrl(baseUrl, audit)}/imports/${part(importId)}`;

/** Where the identity provider sends people back to. */
export const returnPath = '/signed-in';

/**
 * The address of every page, as patterns. The application has a page for each (`pages.tsx`), and whoever serves it
 * answers each with the one document.
 */
export const pagePaths = {
  myWork: '/',
  register: '/findings',
  finding: '/findings/:finding',
  trail: '/findings/:finding/trail',
  print: '/findings/:finding/print',
  audits: '/audits',
  newAudit: '/audits/new',
  audit: '/audits/:audit',
  reviseAudit: '/audits/:audit/revise',
  newImport: '/audits/:audit/import',
  import: '/audits/:audit/imports/:import',
  links: '/audits/:audit/links',
  preferences: '/preferences',
  start: '/start',
  people: '/people',
  policy: '/policy',
  webhooks: '/webhooks',
  suppressedAddresses: '/suppressed-addresses',
} as const;
export type PageName = keyof typeof pagePaths;

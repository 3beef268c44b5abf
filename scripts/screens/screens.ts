import type { Page } from 'playwright-core';
import type { PageName } from '#web/page-paths.ts';
import { de } from '#web/words/de.ts';
import { en, type Words } from '#web/words/en.ts';
import type { Viewer } from './camera.ts';
import { giveCode } from './code.ts';
import { audits, byLink, type Played, uploader } from './play.ts';
import type { Stage } from './scene.ts';

/** What a picture is taken of: a page as somebody sees it. */
export interface Screen {
  /** Name of its files. */
  readonly name: string;
  readonly title: string;
  /** Which page of the application it is; left out: a page outside it. */
  readonly page?: PageName;
  readonly by: Viewer;
  /** Its address, with or without the host. */
  readonly path: (stage: Stage, played: Played) => string;
  /** What is done once it is open, until it looks as it is to look. */
  readonly prepare?: (page: Page, stage: Stage) => Promise<void>;
  /** As it comes out of the printer. */
  readonly printed?: true;
  /** Only as much as a window holds, where something lies over the page. */
  readonly cut?: true;
  /** A part of a page that another screen shows from its top. */
  readonly part?: true;
  /** Only whoever runs Redress on a laptop sees it: in English. */
  readonly local?: true;
}

const finding =
  (number: string) =>
  (stage: Stage): string =>
    `/findings/${stage.idOf(number)}`;

/** A word of the pages, in whatever language the page is. */
const inAnyLanguage = (word: (words: Words) => string): RegExp => new RegExp(`^(${word(en)}|${word(de)})$`);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** Has a part of the page stand in the middle of the window. */
const scrollTo = async (page: Page, part: string): Promise<void> => {
  await page.locator(part).first().waitFor();
  await page.evaluate(`document.querySelector(${JSON.stringify(part)}).scrollIntoView({ block: 'center' })`);
};

export const screens: readonly Screen[] = [
  { name: 'sign-in', title: 'Sign in, on a laptop', by: 'nobody', path: () => '/', local: true },
  { name: 'my-work', title: 'My work', page: 'myWork', by: 'owner', path: () => '/' },
  { name: 'register', title: 'Register', page: 'register', by: 'ismsManager', path: () => '/findings' },
  {
    name: 'finding-plan',
    title: 'A finding whose plan came back: the plan editor',
    page: 'finding',
    by: 'owner',
    path: finding('IA-01'),
  },
  {
    name: 'plan-whys',
    title: 'The whys of a plan, as a tree',
    by: 'owner',
    path: finding('IA-01'),
    prepare: (page) => scrollTo(page, '.why-tree'),
    cut: true,
    part: true,
  },
  {
    name: 'plan-actions',
    title: 'The actions of a plan, before their deadline',
    by: 'owner',
    path: finding('IA-01'),
    prepare: (page) => scrollTo(page, 'figure.timeline'),
    cut: true,
    part: true,
  },
  { name: 'finding-review', title: 'A finding in review', by: 'leadAuditor', path: finding('NC-02') },
  {
    name: 'finding-return',
    title: 'A submission is returned',
    by: 'leadAuditor',
    path: finding('NC-02'),
    prepare: (page) =>
      button(
        page,
        inAnyLanguage(({ actions }) => actions.return),
      ).click(),
    cut: true,
  },
  { name: 'finding-remediation', title: 'Evidence of remediation', by: 'secondOwner', path: finding('NC-03') },
  { name: 'finding-verify', title: 'A finding to be verified', by: 'internalAuditor', path: finding('NC-07') },
  { name: 'finding-closed', title: 'A closed finding', by: 'ismsManager', path: finding('NC-01') },
  {
    name: 'print',
    title: 'A finding, printed',
    page: 'print',
    by: 'ismsManager',
    path: (stage) => `${finding('NC-01')(stage)}/print`,
    printed: true,
  },
  {
    name: 'trail',
    title: 'Trail: the chain checked in the browser',
    page: 'trail',
    by: 'ismsManager',
    path: (stage) => `${finding('NC-01')(stage)}/trail`,
    prepare: (page) => page.getByText(/The chain is whole|Die Kette ist/).waitFor(),
  },
  { name: 'audits', title: 'Audits', page: 'audits', by: 'ismsManager', path: () => '/audits' },
  { name: 'audit', title: 'An audit', page: 'audit', by: 'ismsManager', path: () => `/audits/${audits.stage2}` },
  { name: 'audit-new', title: 'Open an audit', page: 'newAudit', by: 'ismsManager', path: () => '/audits/new' },
  {
    name: 'audit-revise',
    title: 'Revise an audit',
    page: 'reviseAudit',
    by: 'ismsManager',
    path: () => `/audits/${audits.stage2}/revise`,
  },
  {
    name: 'import',
    title: 'Import a report',
    page: 'newImport',
    by: 'ismsManager',
    path: () => `/audits/${audits.internal}/import`,
  },
  {
    name: 'import-rows',
    title: 'Rows of a report, to be mended',
    page: 'import',
    by: 'ismsManager',
    path: (_stage, { toConfirm }) => `/audits/${audits.internal}/imports/${toConfirm}`,
  },
  {
    name: 'links',
    title: 'Links of an audit',
    page: 'links',
    by: 'ismsManager',
    path: () => `/audits/${audits.stage2}/links`,
  },
  {
    name: 'links-make',
    title: 'Make a link',
    by: 'ismsManager',
    path: () => `/audits/${audits.stage2}/links`,
    prepare: (page) =>
      button(
        page,
        inAnyLanguage(({ links }) => links.make),
      ).click(),
  },
  { name: 'people', title: 'People and their roles', page: 'people', by: 'administrator', path: () => '/people' },
  {
    name: 'policy',
    title: 'The policy, with dates explained',
    page: 'policy',
    by: 'ismsManager',
    path: () => '/policy',
  },
  { name: 'webhooks', title: 'Webhooks', page: 'webhooks', by: 'administrator', path: () => '/webhooks' },
  {
    name: 'suppressed-addresses',
    title: 'Addresses that mail came back from',
    page: 'suppressedAddresses',
    by: 'administrator',
    path: () => '/suppressed-addresses',
  },
  { name: 'start', title: 'Guided start', page: 'start', by: 'owner', path: () => '/start' },
  { name: 'preferences', title: 'Preferences', page: 'preferences', by: 'owner', path: () => '/preferences' },
  {
    name: 'link-code',
    title: 'A link, before its code is given',
    by: 'nobody',
    path: (_stage, { links }) => links.review,
  },
  {
    name: 'link-review',
    title: 'Review by a link, without an account',
    by: 'nobody',
    path: (_stage, { links }) => links.review,
    prepare: (page, { url }) => giveCode(page, url, byLink),
  },
  {
    name: 'link-upload',
    title: 'Upload by a link',
    by: 'nobody',
    path: (_stage, { links }) => links.upload,
    prepare: (page, { url }) => giveCode(page, url, uploader),
  },
  {
    name: 'link-calendar',
    title: 'Deadlines as a calendar, by a link',
    by: 'nobody',
    path: (_stage, { links }) => links.calendar,
  },
  {
    name: 'mailbox',
    title: 'The mailbox of the local system',
    by: 'nobody',
    path: () => '/local/mailbox',
    local: true,
  },
];

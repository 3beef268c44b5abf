import { type Html, html } from '#domain/message/html.ts';
import type { LinkFacts } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';
import type { Speech } from '../speech.ts';

/**
 * Paths of the page's own style and of its scripts. That of the previews is served with the web application: where that is
 * not installed, files are downloaded.
 */
const assetPaths = {
  style: '/link-assets/style.css',
  upload: '/link-assets/upload.js',
  preview: '/preview/preview.js',
} as const;

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Whose link it is; left out where nothing may be said. */
  readonly organization?: string;
  /** Which script has something to do here. */
  readonly script?: 'upload' | 'preview' | undefined;
}

/** A whole page. */
export const layout = (speech: Speech, { title, main, organization, script }: Page): string =>
  String(html`<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}${organization !== undefined && html` – ${organization}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPaths.style}">
${script && html`<script type="module" src="${assetPaths[script]}"></script>`}
</head>
<body>
<header><p>${organization ?? 'Redress'}</p></header>
<main>
<h1>${title}</h1>
${main}
</main>
<footer><p>${organization === undefined ? 'Redress' : speech.pages.footer(organization)}</p></footer>
</body>
</html>
`);

/** What the link is for, for whom, by whom, until when. */
export const factList = (
  { pages: { facts: words } }: Speech,
  facts: LinkFacts,
): Html => html`<dl class="${classes.facts}">
<div><dt>${words.about}</dt><dd>${facts.about}</dd></div>
<div><dt>${words.for}</dt><dd>${facts.email}</dd></div>
<div><dt>${words.from}</dt><dd>${words.fromWhom(facts.madeBy, facts.organization)}</dd></div>
<div><dt>${words.until}</dt><dd>${facts.until}</dd></div>
${facts.usesLeft !== undefined && html`<div><dt>${words.usesLeft}</dt><dd>${facts.usesLeft}</dd></div>`}
</dl>`;

import { type Html, html } from '#domain/message/html.ts';
import type { LinkFacts } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';

/** Paths of the page's own style and script. */
export const assetPaths = { style: '/link-assets/style.css', script: '/link-assets/upload.js' } as const;

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Whose link it is; left out where nothing may be said. */
  readonly organization?: string;
  /** Whether the script of the upload page has something to do here. */
  readonly scripted?: boolean;
}

/** A whole page. */
export const layout = ({ title, main, organization, scripted = false }: Page): string =>
  String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}${organization !== undefined && html` – ${organization}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetPaths.style}">
${scripted && html`<script type="module" src="${assetPaths.script}"></script>`}
</head>
<body>
<header><p>${organization ?? 'Redress'}</p></header>
<main>
<h1>${title}</h1>
${main}
</main>
<footer><p>Redress${organization !== undefined && html`, for ${organization}`}</p></footer>
</body>
</html>
`);

/** What the link is for, for whom, by whom, until when. */
export const factList = (facts: LinkFacts): Html => html`<dl class="${classes.facts}">
<div><dt>About</dt><dd>${facts.about}</dd></div>
<div><dt>For</dt><dd>${facts.email}</dd></div>
<div><dt>From</dt><dd>${facts.madeBy}, ${facts.organization}</dd></div>
<div><dt>Until</dt><dd>${facts.until}</dd></div>
${facts.usesLeft !== undefined && html`<div><dt>Uses left</dt><dd>${facts.usesLeft}</dd></div>`}
</dl>`;

import type { Language } from '../people/preferences.ts';
import { type Html, html } from './html.ts';
import type { Block, Letter } from './letter.ts';
import { flat, linesOf } from './lines.ts';

/** A letter as a message carries it: the same in text and in HTML. */
export interface Written {
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
  /** A whole page. It asks for nothing from anywhere: its styles stand in it, and it has no picture. */
  readonly html: string;
  readonly language: Language;
}

const factLines = (rows: Extract<Block, { kind: 'facts' }>['rows']): string => {
  const width = Math.max(0, ...rows.map(([name]) => flat(name).length + 2));
  return rows.map(([name, value]) => `${`${flat(name)}:`.padEnd(width)}${flat(value)}`).join('\n');
};

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'heading': {
      const line = flat(block.text);
      return `${line}\n${'-'.repeat(line.length)}`;
    }
    case 'paragraph':
      return flat(block.text);
    case 'quote':
      // Each line is marked, so that none of them can look like one of ours.
      return linesOf(block.text)
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'list':
      return block.items.map((item) => `- ${flat(item)}`).join('\n');
    case 'facts':
      return factLines(block.rows);
    case 'link':
      return `${flat(block.text)}\n${block.url}`;
  }
};

/*
 * No colours of our own but a grey that can be read on white and on black: mail programs bring theirs, in dark and in
 * light, and a text without a background of its own follows them.
 */
const styles = {
  body: 'margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
  column: 'max-width:40em;margin:0 auto;overflow-wrap:break-word',
  heading: 'font-size:18px;line-height:1.3;margin:24px 0 8px',
  paragraph: 'margin:12px 0',
  quote: 'margin:12px 0;padding:0 0 0 12px;border-left:3px solid #808080',
  list: 'margin:12px 0;padding:0 0 0 24px',
  facts: 'margin:16px 0',
  name: 'font-weight:bold;margin:8px 0 0',
  value: 'margin:0',
} as const;

const quoteOf = (text: string): Html => {
  const lines = linesOf(text);
  return html`<blockquote style="${styles.quote}">${lines.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</blockquote>`;
};

const htmlOf = (block: Block): Html => {
  switch (block.kind) {
    case 'heading':
      return html`<h2 style="${styles.heading}">${flat(block.text)}</h2>`;
    case 'paragraph':
      return html`<p style="${styles.paragraph}">${flat(block.text)}</p>`;
    case 'quote':
      return quoteOf(block.text);
    case 'list':
      return html`<ul style="${styles.list}">${block.items.map((item) => html`<li>${flat(item)}</li>`)}</ul>`;
    case 'facts':
      return html`<dl style="${styles.facts}">${block.rows.map(
        ([name, value]) =>
          html`<dt style="${styles.name}">${flat(name)}</dt><dd style="${styles.value}">${flat(value)}</dd>`,
      )}</dl>`;
    case 'link':
      return html`<p style="${styles.paragraph}"><a href="${block.url}">${flat(block.text)}</a></p>`;
  }
};

const pageOf = ({ language, subject, blocks }: Letter): string =>
  String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${flat(subject)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.column}">
${blocks.map((block) => html`${htmlOf(block)}\n`)}</div>
</body>
</html>
`);

/** Writes a letter out as text and as HTML. */
export const written = (letter: Letter): Written => ({
  subject: flat(letter.subject),
  text: `${letter.blocks.map(textOf).join('\n\n')}\n`,
  html: pageOf(letter),
  language: letter.language,
});

import { html } from '#domain/message/html.ts';
import type { Speech } from '../speech.ts';
import { layout } from './layout.ts';

/** What everybody gets at an address that opens nothing: it is the same, whatever the reason. */
export const deadPage = (speech: Speech): string => {
  const { title, text } = speech.pages.dead;
  return layout(speech, { title, main: html`<p>${text}</p>` });
};

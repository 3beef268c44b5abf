import { html } from '#domain/message/html.ts';
import { classes } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { layout } from './layout.ts';

/** A page that says one thing, with the way back. */
export const messagePage = (speech: Speech, title: string, message: string, back?: string): string =>
  layout(speech, {
    title,
    main: html`<p class="${classes.notice} ${classes.bad}" role="alert">${message}</p>
${back !== undefined && html`<p><a href="${back}">${speech.pages.back}</a></p>`}`,
  });

import { html } from '#domain/message/html.ts';
import { classes } from '../script/contract.ts';
import { layout } from './layout.ts';

/** A page that says one thing, with the way back. */
export const messagePage = (title: string, message: string, back?: string): string =>
  layout({
    title,
    main: html`<p class="${classes.notice} ${classes.bad}" role="alert">${message}</p>
${back !== undefined && html`<p><a href="${back}">Back to the page</a></p>`}`,
  });

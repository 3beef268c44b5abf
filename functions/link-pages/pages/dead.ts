import { html } from '#domain/message/html.ts';
import { linkDead } from '#use-cases/links/find-link.ts';
import { layout } from './layout.ts';

/** What everybody gets at an address that opens nothing: it is the same, whatever the reason. */
export const deadPage: string = layout({ title: 'Nothing here', main: html`<p>${linkDead.message}</p>` });

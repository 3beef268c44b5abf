import { type Html, html } from '#domain/message/html.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes, ids } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { errorSummary, type Tried, textField, triedIn } from './fields.ts';
import { factList, layout } from './layout.ts';

type Closed = Extract<LinkPage, { kind: 'closed' }>;

const sendForm = (
  { pages: { closed } }: Speech,
  path: string,
  isAgain: boolean,
): Html => html`<form id="${ids.sendCode}" method="post" action="${path}/code">
<button type="submit"${isAgain && html` class="${classes.quiet}"`}>${isAgain ? closed.sendAnother : closed.send}</button>
</form>`;

const openForm = ({ pages: { closed } }: Speech, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'openLink');
  const field = {
    name: 'code',
    id: 'code',
    label: closed.code,
    hint: closed.codeHint,
    // A wrong code is no use to anybody: the field is empty again.
    value: '',
    error: form.error('code'),
  };
  return html`<form id="${ids.giveCode}" method="post" action="${path}/open">
${textField(field, html`class="${classes.code}" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" maxlength="12" size="8" autofocus`)}
<button type="submit">${closed.open}</button>
</form>`;
};

const steps = (speech: Speech, page: Closed, path: string, tried: Tried | undefined): Html => {
  const { closed } = speech.pages;
  if (page.pausedUntil !== undefined)
    return html`<p class="${classes.notice} ${classes.bad}">${closed.paused(page.pausedUntil)}</p>`;
  if (page.codeUntil === undefined)
    return html`<p>${closed.sendTo(page.facts.email)}</p>${sendForm(speech, path, false)}`;
  return html`<p class="${classes.notice}" role="status">${closed.sent(page.facts.email, page.codeUntil)}</p>
${openForm(speech, path, tried)}${sendForm(speech, path, true)}`;
};

/** A link that was not opened in this browser: what it is for, and the way in. */
export const closedPage = (speech: Speech, page: Closed, path: string, tried?: Tried): string =>
  layout(speech, {
    title: speech.terms.link.purposes[page.facts.purpose],
    organization: page.facts.organization,
    main: html`${errorSummary(tried)}${factList(speech, page.facts)}
<section class="${classes.card}"><h2>${speech.pages.closed.title}</h2>${steps(speech, page, path, tried)}</section>`,
  });

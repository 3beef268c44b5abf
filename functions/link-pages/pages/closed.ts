import { type Html, html } from '#domain/message/html.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes, ids } from '../script/contract.ts';
import { errorSummary, type Tried, textField, triedIn } from './fields.ts';
import { factList, layout } from './layout.ts';
import { purposeWords } from './words.ts';

type Closed = Extract<LinkPage, { kind: 'closed' }>;

const sendForm = (
  path: string,
  isAgain: boolean,
): Html => html`<form id="${ids.sendCode}" method="post" action="${path}/code">
<button type="submit"${isAgain && html` class="${classes.quiet}"`}>${isAgain ? 'Send another code' : 'Send me a code'}</button>
</form>`;

const openForm = (path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'openLink');
  const field = {
    name: 'code',
    id: 'code',
    label: 'One-time code',
    hint: 'Six digits, from the mail.',
    // A wrong code is no use to anybody: the field is empty again.
    value: '',
    error: form.error('code'),
  };
  return html`<form id="${ids.giveCode}" method="post" action="${path}/open">
${textField(field, html`class="${classes.code}" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" maxlength="12" size="8" autofocus`)}
<button type="submit">Open</button>
</form>`;
};

const steps = (page: Closed, path: string, tried: Tried | undefined): Html => {
  if (page.pausedUntil !== undefined)
    return html`<p class="${classes.notice} ${classes.bad}">Too many wrong codes were given. Until ${page.pausedUntil} none is sent and none is taken.</p>`;
  if (page.codeUntil === undefined)
    return html`<p>To go on, have a one-time code sent to ${page.facts.email}.</p>${sendForm(path, false)}`;
  return html`<p class="${classes.notice}" role="status">A code was sent to ${page.facts.email}. It is good until ${page.codeUntil}.</p>
${openForm(path, tried)}${sendForm(path, true)}`;
};

/** A link that was not opened in this browser: what it is for, and the way in. */
export const closedPage = (page: Closed, path: string, tried?: Tried): string =>
  layout({
    title: purposeWords[page.facts.purpose],
    organization: page.facts.organization,
    main: html`${errorSummary(tried)}${factList(page.facts)}
<section class="${classes.card}"><h2>Open the link</h2>${steps(page, path, tried)}</section>`,
  });

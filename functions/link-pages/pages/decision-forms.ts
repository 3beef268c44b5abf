import { reasonCodes, reviewMeans } from '#domain/finding/commands.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { Review } from '#use-cases/links/read-review.ts';
import { classes, ids } from '../script/contract.ts';
import { choices, selectField, type Tried, type TriedForm, textArea, triedIn } from './fields.ts';
import { meansWords, reasonWords } from './words.ts';

const means = (form: TriedForm, id: string): Html =>
  selectField(
    { name: 'means', id: `${id}-means`, label: 'Decided', value: form.typed('means'), error: form.error('means') },
    reviewMeans.map((each) => [each, meansWords[each]] as const),
  );

const comment = (form: TriedForm, id: string, label: string, isRequired: boolean): Html =>
  textArea(
    { name: 'comment', id: `${id}-comment`, label, value: form.typed('comment'), error: form.error('comment') },
    isRequired,
  );

/** The finding as it was when the page was made: a decision on anything later is refused. */
const seen = ({ version }: Review): Html => html`<input type="hidden" name="version" value="${version}">`;

const acceptForm = (review: Review, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'acceptByLink');
  return html`<section class="${classes.card}"><h2>Accept</h2>
<form id="${ids.accept}" method="post" action="${path}/accept">${seen(review)}
${means(form, ids.accept)}${comment(form, ids.accept, 'Comment (may be left empty)', false)}
<button type="submit">Accept the submission</button></form></section>`;
};

const returnForm = (review: Review, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'returnByLink');
  const field = { name: 'codes', id: `${ids.return}-codes`, label: 'Reasons', error: form.error('codes') };
  return html`<section class="${classes.card}"><h2>Return</h2>
<form id="${ids.return}" method="post" action="${path}/return">${seen(review)}
${choices(
  field,
  reasonCodes.map((code) => [code, reasonWords[code]] as const),
  (code) => form.ticked('codes', code),
)}${means(form, ids.return)}${comment(form, ids.return, 'What is missing', true)}
<button type="submit" class="${classes.quiet} ${classes.bad}">Return the submission</button></form></section>`;
};

/** The forms of what the holder may do now: what the domain would refuse for the person or the state is not offered. */
export const decisionForms = (review: Review, path: string, tried: Tried | undefined): Html =>
  html`${review.actions.includes('accept') && acceptForm(review, path, tried)}${
    review.actions.includes('return') && returnForm(review, path, tried)
  }`;

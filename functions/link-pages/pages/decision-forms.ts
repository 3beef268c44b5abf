import { reasonCodes, reviewMeans } from '#domain/finding/commands.ts';
import { type Html, html } from '#domain/message/html.ts';
import type { Review } from '#use-cases/links/read-review.ts';
import { classes, ids } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { choices, selectField, type Tried, type TriedForm, textArea, triedIn } from './fields.ts';

const means = ({ pages: { decision } }: Speech, form: TriedForm, id: string): Html =>
  selectField(
    {
      name: 'means',
      id: `${id}-means`,
      label: decision.decided,
      value: form.typed('means'),
      error: form.error('means'),
    },
    reviewMeans.map((each) => [each, decision.means[each]] as const),
  );

const comment = (form: TriedForm, id: string, label: string, isRequired: boolean): Html =>
  textArea(
    { name: 'comment', id: `${id}-comment`, label, value: form.typed('comment'), error: form.error('comment') },
    isRequired,
  );

/** The finding as it was when the page was made: a decision on anything later is refused. */
const seen = ({ version }: Review): Html => html`<input type="hidden" name="version" value="${version}">`;

const acceptForm = (speech: Speech, review: Review, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'acceptByLink');
  const { decision } = speech.pages;
  return html`<section class="${classes.card}"><h2>${decision.accept}</h2>
<form id="${ids.accept}" method="post" action="${path}/accept">${seen(review)}
${means(speech, form, ids.accept)}${comment(form, ids.accept, decision.comment, false)}
<button type="submit">${decision.acceptIt}</button></form></section>`;
};

const returnForm = (speech: Speech, review: Review, path: string, tried: Tried | undefined): Html => {
  const form = triedIn(tried, 'returnByLink');
  const { decision } = speech.pages;
  const field = { name: 'codes', id: `${ids.return}-codes`, label: decision.reasons, error: form.error('codes') };
  return html`<section class="${classes.card}"><h2>${decision.return}</h2>
<form id="${ids.return}" method="post" action="${path}/return">${seen(review)}
${choices(
  field,
  reasonCodes.map((code) => [code, speech.terms.reasons[code]] as const),
  (code) => form.ticked('codes', code),
)}${means(speech, form, ids.return)}${comment(form, ids.return, decision.missing, true)}
<button type="submit" class="${classes.quiet} ${classes.bad}">${decision.returnIt}</button></form></section>`;
};

/** The forms of what the holder may do now: what the domain would refuse for the person or the state is not offered. */
export const decisionForms = (speech: Speech, review: Review, path: string, tried: Tried | undefined): Html =>
  html`${review.actions.includes('accept') && acceptForm(speech, review, path, tried)}${
    review.actions.includes('return') && returnForm(speech, review, path, tried)
  }`;

import { html } from '#domain/message/html.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';
import type { Speech } from '../speech.ts';
import { factList, layout } from './layout.ts';

/** The page of a calendar link: where the calendar is read. */
export const calendarPage = (
  speech: Speech,
  { facts }: Extract<LinkPage, { kind: 'calendar' }>,
  path: string,
): string => {
  const { calendar } = speech.pages;
  return layout(speech, {
    title: speech.terms.link.purposes.calendar,
    organization: facts.organization,
    main: html`${factList(speech, facts)}
<section class="${classes.card}"><h2>${calendar.title}</h2>
<p>${calendar.how}</p>
<p><a href="${path}/calendar.ics">${calendar.address}</a></p>
<p class="${classes.hint}">${calendar.secret}</p></section>`,
  });
};

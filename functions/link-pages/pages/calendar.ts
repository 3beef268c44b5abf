import { html } from '#domain/message/html.ts';
import type { LinkPage } from '#use-cases/links/show-link.ts';
import { classes } from '../script/contract.ts';
import { factList, layout } from './layout.ts';
import { purposeWords } from './words.ts';

/** The page of a calendar link: where the calendar is read. */
export const calendarPage = ({ facts }: Extract<LinkPage, { kind: 'calendar' }>, path: string): string =>
  layout({
    title: purposeWords.calendar,
    organization: facts.organization,
    main: html`${factList(facts)}
<section class="${classes.card}"><h2>Subscribe</h2>
<p>Add this address to your calendar program as a subscription; it then shows each open deadline as a day.</p>
<p><a href="${path}/calendar.ics">The calendar</a></p>
<p class="${classes.hint}">Whoever has the address can read these deadlines: keep it to yourself.</p></section>`,
  });

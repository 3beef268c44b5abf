import type { LinkPage } from '#use-cases/links/show-link.ts';
import type { Speech } from '../speech.ts';
import { calendarPage } from './calendar.ts';
import { closedPage } from './closed.ts';
import type { Tried } from './fields.ts';
import { messagePage } from './message.ts';
import { reviewPage } from './review.ts';
import { uploadPage } from './upload.ts';

/**
 * The page of a link as HTML.
 * @param path where the link is, such as `/links/…`
 * @param tried a form that was refused: it is shown again as it was typed, with what is wrong
 */
export const pageOf = (speech: Speech, page: LinkPage, path: string, tried?: Tried): string => {
  switch (page.kind) {
    case 'closed':
      return closedPage(speech, page, path, tried);
    case 'calendar':
      return calendarPage(speech, page, path);
    case 'upload':
      return uploadPage(speech, page, path, tried);
    case 'review':
      return reviewPage(speech, page, path, tried);
    case 'refused':
      return messagePage(speech, speech.terms.link.purposes[page.facts.purpose], speech.sentence(page.message));
  }
};

import { CodeForm } from '#contracts/link-routes.ts';
import { longestSessionSeconds } from '#domain/link/code.ts';
import { openLink as open } from '#use-cases/links/open-link.ts';
import { readCalendar } from '#use-cases/links/read-calendar.ts';
import { sendCode } from '#use-cases/links/send-code.ts';
import { showLink as show } from '#use-cases/links/show-link.ts';
import { log } from '../../_runtime/observe.ts';
import { sessionCookie } from '../answers.ts';
import { parseBody, readBody } from '../body.ts';
import { pageOf } from '../pages/page-of.ts';
import { type Endpoint, refused } from './request.ts';

/** The page. Changes nothing. */
export const showLink: Endpoint = async ({ store, found, path, answers, speech }) =>
  answers.page(200, pageOf(speech, await show(store, found, speech.language), path));

export const sendLinkCode: Endpoint = async (request) => {
  const { store, found, path, answers } = request;
  if (found.isUsedUp) return answers.dead();
  const sent = await sendCode(store, found);
  return sent.ok ? answers.seeOther(path) : refused(request, sent.refusals);
};

export const openLink: Endpoint = async (request) => {
  const { store, found, path, answers, event } = request;
  if (found.isUsedUp) return answers.dead();
  const sent = readBody(event);
  if (!sent.ok) return refused(request, sent.refusals);
  const form = parseBody(CodeForm, sent.value);
  if (!form.ok) return refused(request, form.refusals, sent.value);
  const session = await open(store, found, form.value.code);
  if (!session.ok) return refused(request, session.refusals, sent.value);
  return answers.seeOther(path, sessionCookie(store, { ...session.value, seconds: longestSessionSeconds }));
};

export const readLinkCalendar: Endpoint = async ({ store, found, answers }) => {
  const { text, isWhole } = await readCalendar(store, found);
  if (!isWhole) log('warn', 'REDRESS_CALENDAR_CUT', { link: found.link.id });
  return answers.calendar(text);
};

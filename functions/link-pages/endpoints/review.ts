import type * as z from 'zod';
import { AcceptForm, ReturnForm } from '#contracts/link-routes.ts';
import { type Decision, decideByLink } from '#use-cases/links/decide-by-link.ts';
import { downloadByLink as download } from '#use-cases/links/download-by-link.ts';
import { parseBody, readBody } from '../body.ts';
import { type Endpoint, part, refused } from './request.ts';

/** One form of the review page: parsed, decided, and back to the page. */
const decision =
  <S extends z.ZodType<{ version: number }>>(schema: S, commandOf: (form: z.infer<S>) => Decision): Endpoint =>
  async (request) => {
    const { store, found, path, answers, event } = request;
    const sent = readBody(event);
    if (!sent.ok) return refused(request, sent.refusals);
    const form = parseBody(schema, sent.value);
    if (!form.ok) return refused(request, form.refusals, sent.value);
    const decided = await decideByLink(store, found, commandOf(form.value), form.value.version);
    return decided.ok ? answers.seeOther(path) : refused(request, decided.refusals, sent.value);
  };

export const acceptByLink: Endpoint = decision(AcceptForm, ({ means, comment }) => ({
  name: 'accept',
  body: { means, ...(comment !== undefined && { comment }) },
}));

export const returnByLink: Endpoint = decision(ReturnForm, ({ means, codes, comment }) => ({
  name: 'return',
  body: { means, codes, comment },
}));

export const downloadByLink: Endpoint = async (request) => {
  const { store, found, answers } = request;
  if (found.isUsedUp) return answers.dead();
  const granted = await download(store, found, part(request, 'evidence'));
  if (!granted.ok) return refused(request, granted.refusals);
  const { url } = granted.value;
  return request.isForScript ? answers.json(200, { url }) : answers.seeOther(url);
};

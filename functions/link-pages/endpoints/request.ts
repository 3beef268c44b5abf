import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { LinkRoute } from '#contracts/link-routes.ts';
import { problemOf } from '#contracts/problem.ts';
import type { Refusal } from '#domain/result.ts';
import type { DecisionStore } from '#use-cases/links/decide-by-link.ts';
import type { LinkDownloadStore } from '#use-cases/links/download-by-link.ts';
import { type FoundLink, findLink, linkDead, type Visit } from '#use-cases/links/find-link.ts';
import type { LinkFilesStore } from '#use-cases/links/link-files.ts';
import type { CalendarStore } from '#use-cases/links/read-calendar.ts';
import type { LinkUploadStore } from '#use-cases/links/request-upload.ts';
import type { CodeStore } from '#use-cases/links/send-code.ts';
import { type ShowStore, showLink } from '#use-cases/links/show-link.ts';
import type { Answer, Answers, Place } from '../answers.ts';
import type { SentBody } from '../body.ts';
import type { Tried } from '../pages/fields.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Speech } from '../speech.ts';

export type Store = Place &
  ShowStore &
  CodeStore &
  LinkUploadStore &
  LinkFilesStore &
  DecisionStore &
  LinkDownloadStore &
  CalendarStore;

/** A request at the address of a link that is alive. */
export interface PageRequest {
  readonly store: Store;
  readonly route: LinkRoute;
  readonly event: APIGatewayProxyEventV2;
  readonly visit: Visit;
  readonly found: FoundLink;
  /** Path of the link's page. */
  readonly path: string;
  readonly answers: Answers;
  /** In which the page speaks. */
  readonly speech: Speech;
  /** Answered in JSON, and not as a page. */
  readonly isForScript: boolean;
}

export type Endpoint = (request: PageRequest) => Promise<Answer>;

/** A part of the path that the route has; its absence is a fault of ours. */
export const part = ({ event }: PageRequest, name: string): string => {
  const value = event.pathParameters?.[name];
  if (value === undefined) throw new RangeError(`the route has no part ${name}`);
  return value;
};

const typedIn = (body: SentBody | undefined): Tried['typed'] => (body?.kind === 'form' ? body.fields : {});

/**
 * Answers what was refused: to the script as a problem, otherwise as the page with the form as it was sent and what is
 * wrong with it. The link is read again, since the attempt may have changed it.
 */
export const refused = async (request: PageRequest, refusals: readonly Refusal[], body?: SentBody): Promise<Answer> => {
  const { store, route, visit, path, answers, speech, isForScript } = request;
  if (refusals.some(({ code }) => code === linkDead.code)) return answers.dead();
  if (isForScript) return answers.problem(...refusals);
  const found = await findLink(store, visit);
  if (!found) return answers.dead();
  const said = refusals.map((refusal) => ({ ...refusal, message: speech.sentence(refusal.message) }));
  const tried = { form: route.name, typed: typedIn(body), refusals: said };
  const page = await showLink(store, found, speech.language);
  return answers.page(problemOf(refusals).status, pageOf(speech, page, path, tried));
};

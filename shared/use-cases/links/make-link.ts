import { linkLetter } from '#domain/link/letters.ts';
import { type LinkWish, linkFrom, refusedLink } from '#domain/link/make.ts';
import { written } from '#domain/message/written.ts';
import { referenceText } from '#domain/notice/reference.ts';
import type { Actor } from '#domain/people/person.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Mail } from '#ports/notices.ts';
import type { Random } from '#ports/random.ts';
import { permittedAudit } from '../queries/read-finding.ts';
import { type LinkStore, ownerOfLink, recordUse } from './find-link.ts';
import { type ReaderStore, readerOf, type SettingStore, settingOf } from './link-setting.ts';
import { type SeenLink, seenAt } from './seen-link.ts';

export interface MakeLinkStore extends LinkStore, SettingStore, ReaderStore {
  readonly random: Random;
  readonly mail: Mail;
}

export interface LinkRequest {
  readonly audit: string;
  readonly actor: Actor;
  /** Network address of who asks. */
  readonly address: string;
}

export const linkUrl = (baseUrl: string, secret: string): string => `${baseUrl}/links/${secret}`;

/**
 * Makes a link, puts that on the record and sends it to the one it is for. Its address is answered once and kept
 * nowhere: the table knows the hash of its secret.
 */
export const makeLink = async (
  store: MakeLinkStore,
  wish: LinkWish,
  { audit: auditId, actor, address }: LinkRequest,
): Promise<Result<{ readonly link: SeenLink; readonly url: string }>> => {
  const found = await permittedAudit(store, auditId, actor, 'makeLinks');
  if (!found.ok) return found;
  const audit = found.value;
  const finding = wish.finding === undefined ? undefined : (await store.findings.latest(wish.finding))?.state;
  const now = store.clock.now();
  const context = { now, actor, audit: { id: audit.id, team: audit.facts.team }, finding };
  const reasons = refusedLink(wish, context);
  if (reasons.length > 0) return refuse(...reasons);

  const secret = store.random.secret();
  const link = linkFrom(store.random.id(), wish, context);
  await store.links.add(store.secrets.hash(secret), link);
  await recordUse(store, { link, address }, { kind: 'link-made', person: actor.person });
  const url = linkUrl(store.baseUrl, secret);
  const about = await settingOf(store, link, { audit, finding });
  const letter = written(linkLetter(link, about, url, await readerOf(store, link)));
  const reference = referenceText({ kind: 'link', id: link.id, on: ownerOfLink(link) });
  await store.mail.send({ to: link.email, ...letter, reference });
  return ok({ link: seenAt(link, now), url });
};

import type { Audit } from '#domain/audit/state.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { LinkAbout } from '#domain/link/letters.ts';
import type { Link } from '#domain/link/link.ts';
import type { LetterSetting } from '#domain/message/letter.ts';
import type { Language } from '#domain/people/preferences.ts';
import type { People } from '#ports/people.ts';
import type { Trails } from '../trails.ts';

export interface SettingStore extends Pick<Trails, 'audits' | 'findings' | 'timeZone'> {
  readonly people: Pick<People, 'get'>;
  readonly organization: string;
}

/** What is said about a link besides what it says itself. */
export const settingOf = async (
  store: SettingStore,
  link: Link,
  known: { readonly audit?: Audit | undefined; readonly finding?: Finding | undefined } = {},
): Promise<LinkAbout> => {
  const [audit, finding, maker] = await Promise.all([
    known.audit ?? (link.audit === undefined ? undefined : store.audits.latest(link.audit).then((e) => e?.state)),
    known.finding ??
      (link.finding === undefined ? undefined : store.findings.latest(link.finding).then((e) => e?.state)),
    store.people.get(link.by),
  ]);
  return {
    auditTitle: audit?.facts.title ?? link.audit,
    number: finding?.facts.number,
    madeBy: maker?.name ?? link.by,
    timeZone: store.timeZone,
  };
};

export interface ReaderStore {
  readonly people: Pick<People, 'get'>;
  readonly organization: string;
  readonly baseUrl: string;
  /** The organization's, for who has chosen none and who has no account. */
  readonly language: Language;
}

/** How the holder of a link is written to. */
export const readerOf = async (
  { people, organization, baseUrl, language }: ReaderStore,
  { email }: Pick<Link, 'email'>,
): Promise<LetterSetting> => ({
  language: (await people.get(email))?.preferences?.language ?? language,
  organization,
  baseUrl,
});

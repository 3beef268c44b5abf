import type { Audit } from '#domain/audit/state.ts';
import type { Finding } from '#domain/finding/state.ts';
import { inWords } from '#domain/link/instants.ts';
import type { Link } from '#domain/link/link.ts';
import type { LinkSetting } from '#domain/link/wording.ts';
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
): Promise<LinkSetting> => {
  const [audit, finding, maker] = await Promise.all([
    known.audit ?? store.audits.latest(link.audit).then((event) => event?.state),
    known.finding ??
      (link.finding === undefined ? undefined : store.findings.latest(link.finding).then((e) => e?.state)),
    store.people.get(link.by),
  ]);
  return {
    auditTitle: audit?.facts.title ?? link.audit,
    number: finding?.facts.number,
    organization: store.organization,
    madeBy: maker?.name ?? link.by,
    until: inWords(link.expiresAt, store.timeZone),
  };
};

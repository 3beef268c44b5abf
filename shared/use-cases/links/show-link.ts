import { hasCome } from '#domain/calendar/instants.ts';
import type { EvidenceRecord, EvidenceType } from '#domain/evidence/evidence.ts';
import { policyOf } from '#domain/evidence/retention.ts';
import { evidenceTypeNames, maxPieceBytes } from '#domain/evidence/types.ts';
import type { Finding } from '#domain/finding/state.ts';
import { aboutOf } from '#domain/link/letters.ts';
import type { LinkPurpose } from '#domain/link/link.ts';
import { maskedEmail } from '#domain/link/masked.ts';
import { usesLeft } from '#domain/link/status.ts';
import type { Language } from '#domain/people/preferences.ts';
import type { Policy } from '#domain/policy/policy.ts';
import { wordsOf } from '#domain/words/index.ts';
import { reportTypes } from '../evidence/request-upload.ts';
import type { FoundLink, LinkStore } from './find-link.ts';
import { filesOfLink } from './link-files.ts';
import { type SettingStore, settingOf } from './link-setting.ts';
import { type Review, type ReviewStore, readReview } from './read-review.ts';

export interface ShowStore extends LinkStore, SettingStore, ReviewStore {
  readonly policy: Policy;
}

/** What every page of a link says of it. */
export interface LinkFacts {
  readonly id: string;
  readonly purpose: LinkPurpose;
  /** Whole for its holder, masked for whoever else is at the address. */
  readonly email: string;
  readonly about: string;
  readonly organization: string;
  readonly madeBy: string;
  readonly until: string;
  /** `undefined`: as often as one likes. */
  readonly usesLeft: number | undefined;
}

/** The page of a link, for who visits it now. Nothing on a `closed` one is more than what the mail said. */
export type LinkPage =
  | {
      readonly kind: 'closed';
      readonly facts: LinkFacts;
      /** A code was sent, and is good until then. */
      readonly codeUntil: string | undefined;
      readonly pausedUntil: string | undefined;
    }
  | { readonly kind: 'calendar'; readonly facts: LinkFacts }
  | {
      readonly kind: 'upload';
      readonly facts: LinkFacts;
      readonly types: readonly EvidenceType[];
      /** Bytes. */
      readonly largestBytes: number;
      readonly files: readonly EvidenceRecord[];
      /** Why no more is taken; `undefined` while more is. */
      readonly full: 'used-up' | 'closed' | 'withdrawn' | undefined;
    }
  | { readonly kind: 'review'; readonly facts: LinkFacts; readonly review: Review; readonly isUsedUp: boolean }
  | { readonly kind: 'refused'; readonly facts: LinkFacts; readonly message: string };

const closedPage = (store: ShowStore, { link }: FoundLink, facts: LinkFacts, language: Language): LinkPage => {
  const now = store.clock.now();
  const ahead = (until: string | undefined): string | undefined =>
    until === undefined || hasCome(until, now) ? undefined : wordsOf(language).instant(until, store.timeZone);
  return { kind: 'closed', facts, codeUntil: ahead(link.code?.expiresAt), pausedUntil: ahead(link.pausedUntil) };
};

const whyFull = (
  { isUsedUp }: FoundLink,
  finding: Finding | undefined,
  files: readonly EvidenceRecord[],
): 'used-up' | 'closed' | 'withdrawn' | undefined => {
  // A file that was granted and broke off on its way is no new use: it may be gone on with.
  if (isUsedUp && files.every(({ status }) => status !== 'uploading')) return 'used-up';
  return finding?.status === 'closed' || finding?.status === 'withdrawn' ? finding.status : undefined;
};

const uploadPage = async (
  store: ShowStore,
  found: FoundLink,
  facts: LinkFacts,
  finding: Finding | undefined,
): Promise<LinkPage> => {
  const { largestBytes } = (finding ? policyOf(finding, store.policy) : store.policy).evidence;
  const files = await filesOfLink(store, found);
  return {
    kind: 'upload',
    facts,
    types: finding ? evidenceTypeNames : reportTypes,
    largestBytes: finding ? largestBytes : Math.min(largestBytes, maxPieceBytes),
    files,
    full: whyFull(found, finding, files),
  };
};

/**
 * Reads what the page of a link shows. Changes nothing.
 * @param language in which the page speaks
 */
export const showLink = async (store: ShowStore, found: FoundLink, language: Language): Promise<LinkPage> => {
  const { link, isOpened, isUsedUp } = found;
  const finding = link.finding === undefined ? undefined : (await store.findings.latest(link.finding))?.state;
  const setting = await settingOf(store, link, { finding });
  const facts: LinkFacts = {
    id: link.id,
    purpose: link.purpose,
    email: isOpened ? link.email : maskedEmail(link.email),
    about: aboutOf(link, setting, language) || wordsOf(language).calendar.title(store.organization),
    organization: store.organization,
    madeBy: setting.madeBy,
    until: wordsOf(language).instant(link.expiresAt, store.timeZone),
    usesLeft: usesLeft(link),
  };
  if (link.purpose === 'calendar') return { kind: 'calendar', facts };
  if (!isOpened) return closedPage(store, found, facts, language);
  if (link.purpose !== 'review') return uploadPage(store, found, facts, finding);
  const review = await readReview(store, found);
  return review.ok
    ? { kind: 'review', facts, review: review.value, isUsedUp }
    : { kind: 'refused', facts, message: review.refusals[0]?.message ?? '' };
};

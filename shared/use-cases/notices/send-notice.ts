import type { EventCommitted, NoticeDue } from '#contracts/bus.ts';
import { clockOf, type Finding } from '#domain/finding/state.ts';
import { type Audience, toldOf, toldOfDeadline } from '#domain/notice/audience.ts';
import { changeWording, deadlineWording, messageText, type Wording } from '#domain/notice/wording.ts';
import type { Person } from '#domain/people/person.ts';
import type { Mail, Notices } from '#ports/notices.ts';
import type { People } from '#ports/people.ts';
import type { Trails } from '../trails.ts';

export interface NoticeStore extends Pick<Trails, 'findings' | 'audits' | 'clock'> {
  readonly people: Pick<People, 'all'>;
  readonly notices: Notices;
  readonly mail: Mail;
  readonly organization: string;
  readonly baseUrl: string;
}

const submitterOf = (finding: Finding): string | undefined => {
  if (finding.grade === 'ofi') return undefined;
  return 'submission' in finding ? finding.submission.by : finding.rounds.at(-1)?.submission.by;
};

/** E-mail addresses of an audience: from the finding, from the audit's team, or from the directory. */
const addressesOf = async (store: NoticeStore, finding: Finding, audiences: readonly Audience[]): Promise<string[]> => {
  const needs = (audience: Audience): boolean => audiences.includes(audience);
  const inDirectory = audiences.filter((each) => each !== 'owner' && each !== 'submitter' && each !== 'lead-auditor');
  const people: readonly Person[] = inDirectory.length > 0 ? await store.people.all() : [];
  const team = needs('lead-auditor') ? ((await store.audits.latest(finding.facts.audit))?.state.facts.team ?? []) : [];
  const addresses = [
    ...(needs('owner') ? [finding.owner] : []),
    ...(needs('submitter') ? [submitterOf(finding)] : []),
    ...team.filter((member) => member.role === 'lead-auditor').map((member) => member.person),
    ...people
      .filter((person) => person.roles.some((role) => (inDirectory as string[]).includes(role)))
      .map((p) => p.email),
  ];
  return [...new Set(addresses.filter((address) => address !== undefined))].sort();
};

const sendOnce = async (
  store: NoticeStore,
  finding: Finding,
  notice: { readonly key: string; readonly kind: string; readonly wording: Wording },
  to: string,
): Promise<number> => {
  const key = `${notice.key}#${to}`;
  const { subject } = notice.wording;
  const id = finding.facts.id;
  const claim = await store.notices.claim({ finding: id, key, kind: notice.kind, to, subject, at: store.clock.now() });
  if (claim === 'sent') return 0;
  // Between the claim and the mark mail may go out twice, never not at all: mail is at least once.
  const text = messageText(finding, notice.wording, store.organization, store.baseUrl);
  const messageId = await store.mail.send({ to, subject, text, reference: `${id}#${key}` });
  await store.notices.markSent(id, key, messageId);
  return 1;
};

/**
 * Sends to every address; one that fails does not keep the others from theirs. Answers how many messages went out now.
 * @throws the first failure, once all have been tried: the notice comes again, for those who did not get it
 */
const sendToAll = async (
  store: NoticeStore,
  finding: Finding,
  notice: Parameters<typeof sendOnce>[2],
  addresses: readonly string[],
): Promise<number> => {
  const faults: unknown[] = [];
  let sent = 0;
  for (const to of addresses) {
    try {
      sent += await sendOnce(store, finding, notice, to);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return sent;
};

/** Tells whoever acts next of a committed event. Answers how many messages went out now. */
export const sendChangeNotice = async (store: NoticeStore, committed: EventCommitted): Promise<number> => {
  if (committed.kind !== 'finding') return 0;
  const event = await store.findings.at(committed.aggregate, committed.seq);
  const audience = event && toldOf[event.type]?.(event.state);
  if (!event || !audience) return 0;
  const notice = {
    key: `change#${String(event.seq).padStart(6, '0')}`,
    kind: event.type,
    wording: changeWording(event),
  };
  const addresses = await addressesOf(store, event.state, audience);
  // Nobody is told of what they have just done themselves.
  const others = addresses.filter((to) => to !== event.actor.person);
  return sendToAll(store, event.state, notice, others);
};

/** Sends a deadline notice, unless the finding has moved on since the sweep: what is done is not chased. */
export const sendDeadlineNotice = async (store: NoticeStore, due: NoticeDue): Promise<number> => {
  const finding = (await store.findings.latest(due.finding))?.state;
  const clock = finding && clockOf(finding);
  if (!finding || !('policy' in finding) || clock?.on !== due.due || clock.waitsFor !== due.waitsFor) return 0;
  const wording = deadlineWording(finding, due.waitsFor, due.due, due.offset);
  const notice = { key: `due#${due.clock}#${due.due}#${due.offset}`, kind: 'deadline', wording };
  const audience = toldOfDeadline(due.waitsFor, due.offset, finding.policy.notices.escalateAfter);
  return sendToAll(store, finding, notice, await addressesOf(store, finding, audience));
};

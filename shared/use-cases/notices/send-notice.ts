import type { EventCommitted, NoticeDue } from '#contracts/bus.ts';
import { clockOf, type Finding } from '#domain/finding/state.ts';
import { type Audience, toldOf, toldOfDeadline } from '#domain/notice/audience.ts';
import { changeWording, deadlineWording, messageText, type Wording } from '#domain/notice/wording.ts';
import type { Person } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';
import type { Trails } from '../trails.ts';
import { type Notice, type SendStore, sendToAll } from './send-once.ts';

export interface NoticeStore extends SendStore, Pick<Trails, 'findings' | 'audits'> {
  readonly people: Pick<People, 'all'>;
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

const noticeOf = (
  { organization, baseUrl }: NoticeStore,
  finding: Finding,
  named: Pick<Notice, 'key' | 'kind'>,
  wording: Wording,
): Notice => ({
  ...named,
  owner: { kind: 'finding', aggregate: finding.facts.id },
  subject: wording.subject,
  text: messageText(finding, wording, organization, baseUrl),
});

/** Tells whoever acts next of a committed event. Answers how many messages went out now. */
export const sendChangeNotice = async (store: NoticeStore, committed: EventCommitted): Promise<number> => {
  if (committed.kind !== 'finding') return 0;
  const event = await store.findings.at(committed.aggregate, committed.seq);
  const audience = event && toldOf[event.type]?.(event.state);
  if (!event || !audience) return 0;
  const key = `change#${String(event.seq).padStart(6, '0')}`;
  const notice = noticeOf(store, event.state, { key, kind: event.type }, changeWording(event));
  const addresses = await addressesOf(store, event.state, audience);
  // Nobody is told of what they have just done themselves.
  const others = addresses.filter((to) => to !== event.actor.person);
  return sendToAll(store, notice, others);
};

/** Sends a deadline notice, unless the finding has moved on since the sweep: what is done is not chased. */
export const sendDeadlineNotice = async (store: NoticeStore, due: NoticeDue): Promise<number> => {
  const finding = (await store.findings.latest(due.finding))?.state;
  const clock = finding && clockOf(finding);
  if (!finding || !('policy' in finding) || clock?.on !== due.due || clock.waitsFor !== due.waitsFor) return 0;
  const wording = deadlineWording(finding, due.waitsFor, due.due, due.offset);
  const key = `due#${due.clock}#${due.due}#${due.offset}`;
  const notice = noticeOf(store, finding, { key, kind: 'deadline' }, wording);
  const audience = toldOfDeadline(due.waitsFor, due.offset, finding.policy.notices.escalation);
  return sendToAll(store, notice, await addressesOf(store, finding, audience));
};

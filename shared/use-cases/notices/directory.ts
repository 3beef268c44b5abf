import type { AuditEvent } from '#domain/audit/events.ts';
import type { Finding } from '#domain/finding/state.ts';
import type { LetterSetting } from '#domain/message/letter.ts';
import { type Audience, type Readers, toldOfCap, toldOfDeadline } from '#domain/notice/audience.ts';
import type { DeadlineNotice } from '#domain/notice/deadline-notice.ts';
import type { Person } from '#domain/people/person.ts';
import type { People } from '#ports/people.ts';
import type { Trails } from '../trails.ts';

type Team = AuditEvent['state']['facts']['team'];

export interface DirectoryStore extends Pick<Trails, 'audits'> {
  readonly people: Pick<People, 'all' | 'get'>;
}

/** People and teams as one piece of work sees them: each is read once, when it is first asked for. */
export interface Directory {
  all(): Promise<readonly Person[]>;
  /** `undefined`: not in the directory, such as most owners' deputies and all who come by a link. */
  person(address: string): Promise<Person | undefined>;
  team(audit: string): Promise<Team>;
}

export const openDirectory = ({ people, audits }: DirectoryStore): Directory => {
  let everybody: Promise<readonly Person[]> | undefined;
  const each = new Map<string, Promise<Person | undefined>>();
  const teams = new Map<string, Promise<Team>>();
  const kept = <T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };
  return {
    all: () => {
      everybody ??= people.all();
      return everybody;
    },
    person: async (address) =>
      everybody
        ? (await everybody).find(({ email }) => email === address)
        : kept(each, address, () => people.get(address)),
    team: (audit) => kept(teams, audit, async () => (await audits.latest(audit))?.state.facts.team ?? []),
  };
};

/** In which language somebody is written to, and what else every letter to them knows. */
export const settingFor = (
  person: Person | undefined,
  { language, organization, baseUrl }: LetterSetting,
): LetterSetting => ({
  language: person?.preferences?.language ?? language,
  organization,
  baseUrl,
});

const submitterOf = (finding: Finding): string | undefined => {
  if (finding.grade === 'ofi') return undefined;
  return 'submission' in finding ? finding.submission.by : finding.rounds.at(-1)?.submission.by;
};

const addressesFor = async (
  directory: Directory,
  finding: Finding,
  audience: Audience,
): Promise<readonly (string | undefined)[]> => {
  switch (audience) {
    case 'owner':
      return [finding.owner];
    case 'submitter':
      return [submitterOf(finding)];
    case 'lead-auditor':
      return (await directory.team(finding.facts.audit))
        .filter(({ role }) => role === 'lead-auditor')
        .map(({ person }) => person);
    default:
      return (await directory.all()).filter(({ roles }) => roles.includes(audience)).map(({ email }) => email);
  }
};

/** E-mail addresses of some audiences: from the finding, from the audit's team, or from the directory. Each once. */
export const addressesOf = async (
  directory: Directory,
  finding: Finding,
  audiences: readonly Audience[],
): Promise<readonly string[]> => {
  const found = new Set<string>();
  for (const audience of audiences)
    for (const address of await addressesFor(directory, finding, audience))
      if (address !== undefined) found.add(address);
  return [...found].sort();
};

const audiencesOf = (finding: Finding, notice: DeadlineNotice): Readers => {
  if (notice.kind === 'cap') return toldOfCap(notice.state);
  const escalation = 'policy' in finding ? finding.policy.notices.escalation : [];
  return toldOfDeadline(notice.waitsFor, notice.offset, escalation);
};

export interface Reader {
  readonly person: string;
  /** It comes because nobody has acted, and not because the reader must. */
  readonly escalated: boolean;
}

/** Whom a notice on a finding's dates is for, as things are now. Whoever must act is so, even where it is escalated too. */
export const readersOf = async (
  directory: Directory,
  finding: Finding,
  notice: DeadlineNotice,
): Promise<readonly Reader[]> => {
  const { acting, escalated } = audiencesOf(finding, notice);
  const act = await addressesOf(directory, finding, [acting]);
  const told = await addressesOf(directory, finding, escalated);
  return [
    ...act.map((person) => ({ person, escalated: false })),
    ...told.filter((person) => !act.includes(person)).map((person) => ({ person, escalated: true })),
  ];
};

/** Whether somebody has chosen to hear nothing of what is not due yet. What is overdue or escalated cannot be left out. */
export const isLeftOut = (person: Person | undefined, notice: DeadlineNotice): boolean =>
  person?.preferences?.reminders === 'overdue' && notice.kind === 'deadline' && notice.offset < 0;

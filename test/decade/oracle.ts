import type { AtStage, Finding } from '#domain/finding/state.ts';

/*
 * What people must be told, reckoned a second time from the rules alone (domain: Clocks, Notices): days are whole numbers,
 * the wall clock is Intl's, and there is neither an index nor a cursor. It shares nothing with the code that it is held
 * against but the shape of a finding.
 *
 * The rules: a deadline is told 7, 3 and 1 days before, on the day, and 1, 3, 7 and every 7 days after it; a hard cap 30
 * days before and the day after. Notices of a day are raised by the first sweep after 8 in the morning of it, to whoever
 * is concerned then; those of the day on which a deadline came to be only if that was before the morning. Each person gets
 * one message a day from an hour of their own; what is no longer so by then is left out, what was said is not said again.
 */

export type Happening =
  | { readonly kind: 'event'; readonly at: string; readonly finding: Finding }
  | { readonly kind: 'sweep'; readonly at: string }
  /** All messages that are due have arrived. */
  | { readonly kind: 'delivery' };

export interface Reader {
  readonly person: string;
  readonly roles: readonly string[];
  readonly digestHour?: number | undefined;
  readonly overdueOnly?: boolean | undefined;
}

export interface World {
  readonly timeZone: string;
  readonly readers: readonly Reader[];
  readonly leadAuditor: string;
}

const morning = 8;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The same day six months on, or the last of that month. */
const sixMonthsAfter = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return Date.UTC(year, month + 5, Math.min(day, last)) / 86_400_000;
};

interface Clock {
  readonly name: string;
  readonly due: number;
  readonly waitsFor: string;
}

const clockOf = ({ stage, cycle, round, ...finding }: AtStage): Clock | undefined => {
  const clock = (waitsFor: string, due: string) => ({
    name: `${stage}#${cycle}#${round}#${waitsFor}`,
    due: dayOf(due),
    waitsFor,
  });
  if (finding.appeal) return clock('appeal', finding.appeal.decideBy);
  if (finding.status === 'in-review') return clock('reviewer', finding.reviewDue);
  if (finding.status === 'verifying') return clock('verifier', finding.due[stage]);
  return finding.status === 'awaiting' ? clock('owner', finding.due[stage]) : undefined;
};

const capOf = ({ grade, anchors }: AtStage): { readonly name: string; readonly on: number } | undefined => {
  const { stage2LastDay, certificateExpires } = anchors;
  const months = grade === 'major' && stage2LastDay ? sixMonthsAfter(stage2LastDay) : undefined;
  const certificate = certificateExpires ? dayOf(certificateExpires) : undefined;
  if (months !== undefined && (certificate === undefined || months <= certificate))
    return { name: 'six-months', on: months };
  return certificate === undefined ? undefined : { name: 'certificate', on: certificate };
};

const isTold = (offset: number): boolean => [-7, -3, -1, 0, 1, 3].includes(offset) || (offset > 0 && offset % 7 === 0);

/** A deadline or a cap that is so now: nothing is owed of it before one day, and all is raised until another. */
interface Standing<T> {
  readonly is: T;
  readonly from: number;
  raised: number;
}

interface Followed {
  finding: Finding;
  clock?: Standing<Clock> | undefined;
  cap?: Standing<{ readonly name: string; readonly on: number }> | undefined;
}

interface Line {
  readonly finding: string;
  readonly key: string;
  readonly isSo: (followed: Followed) => boolean;
}

interface Digest {
  readonly person: string;
  readonly day: number;
  readonly lines: Line[];
}

/** The messages that must go out, each as its reader and everything it says: `olga: F due#…, G cap#…`. */
export const expectedMail = ({ timeZone, readers, leadAuditor }: World, happenings: readonly Happening[]): string[] => {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const at = (instant: string): { readonly today: number; readonly hour: number } => {
    const [date = '', time = ''] = wall.format(new Date(instant)).split(', ');
    return { today: dayOf(date), hour: Number(time.slice(0, 2)) };
  };
  const findings = new Map<string, Followed>();
  const digests = new Map<string, Digest>();
  const open = new Map<string, Digest>();
  const bus = new Set<string>();
  const said = new Set<string>();
  const mail: string[] = [];

  const holders = (role: string): string[] =>
    role === 'lead-auditor'
      ? [leadAuditor]
      : readers.filter(({ roles }) => roles.includes(role)).map(({ person }) => person);
  const acting: Record<string, (finding: Finding) => string[]> = {
    owner: ({ owner }) => [owner],
    verifier: () => holders('internal-auditor'),
    reviewer: () => holders('lead-auditor'),
    appeal: () => holders('decision-maker'),
  };
  const told = (finding: Finding, waitsFor: string, ...escalated: readonly (string | false)[]): string[] => [
    ...new Set([...(acting[waitsFor]?.(finding) ?? []), ...escalated.flatMap((role) => (role ? holders(role) : []))]),
  ];

  const raise = (
    followed: Followed,
    today: number,
    key: string,
    to: (followed: Followed) => string[],
    isSo: Line['isSo'],
    isAhead: boolean,
  ) => {
    for (const person of to(followed)) {
      if (isAhead && readers.find((reader) => reader.person === person)?.overdueOnly) continue;
      const name = `${today}#${person}`;
      const digest = digests.get(name) ?? { person, day: today, lines: [] };
      const id = followed.finding.facts.id;
      if (!digest.lines.some((line) => line.finding === id && line.key === key))
        digest.lines.push({ finding: id, key, isSo: (now) => isSo(now) && to(now).includes(person) });
      digests.set(name, digest);
      open.set(name, digest);
    }
  };

  const standing = <T extends { readonly name: string }>(
    before: Standing<T> | undefined,
    is: T | undefined,
    date: (of: T) => number,
    instant: string,
  ): Standing<T> | undefined => {
    if (!is || (before && before.is.name === is.name && date(before.is) === date(is))) return is && before;
    const { today, hour } = at(instant);
    const from = hour < morning ? today : today + 1;
    return { is, from, raised: from - 1 };
  };

  const take = (finding: Finding, instant: string): void => {
    const before = findings.get(finding.facts.id);
    const going = 'stage' in finding ? finding : undefined;
    if (!going) findings.delete(finding.facts.id);
    else
      findings.set(finding.facts.id, {
        finding,
        clock: standing(before?.clock, clockOf(going), ({ due }) => due, instant),
        cap: standing(before?.cap, capOf(going), ({ on }) => on, instant),
      });
  };

  const sweepFinding = (followed: Followed, today: number, until: number): void => {
    const { clock, cap } = followed;
    if (clock) {
      const { due, name, waitsFor } = clock.is;
      for (let day = clock.raised + 1; day <= until; day += 1) {
        const offset = day - due;
        if (!isTold(offset)) continue;
        const to = ({ finding }: Followed) =>
          told(finding, waitsFor, offset >= 1 && 'isms-manager', offset >= 7 && 'top-management');
        const isSo = (now: Followed) => now.clock?.is.name === name && now.clock.is.due === due;
        raise(followed, today, `due#${name}#${dateOf(due)}#${offset}`, to, isSo, offset < 0);
      }
      clock.raised = Math.max(clock.raised, until);
    }
    if (cap) {
      const { name, on } = cap.is;
      const isSo = (now: Followed) => now.cap?.is.name === name && now.cap.is.on === on;
      const days = { near: Math.max(on - 30, cap.from), passed: Math.max(on + 1, cap.from) };
      for (const state of ['near', 'passed'] as const) {
        if (days[state] <= cap.raised || days[state] > until || (state === 'near' && days.near > on)) continue;
        const to = ({ finding }: Followed) =>
          told(finding, 'owner', 'isms-manager', 'lead-auditor', state === 'passed' && 'top-management');
        raise(followed, today, `cap#${name}#${dateOf(on)}#${state}`, to, isSo, false);
      }
      cap.raised = Math.max(cap.raised, until);
    }
  };

  const deliver = (name: string): void => {
    const digest = open.get(name);
    if (!digest) return;
    const { person } = digest;
    const now = digest.lines.filter(({ finding, key, isSo }) => {
      const followed = findings.get(finding);
      return followed && isSo(followed) && !said.has(`${finding} ${key} ${person}`);
    });
    for (const { finding, key } of now) said.add(`${finding} ${key} ${person}`);
    if (now.length > 0)
      mail.push(
        `${person}: ${now
          .map(({ finding, key }) => `${finding} ${key}`)
          .sort()
          .join(', ')}`,
      );
    open.delete(name);
  };

  for (const happening of happenings) {
    if (happening.kind === 'event') take(happening.finding, happening.at);
    else if (happening.kind === 'sweep') {
      const { today, hour } = at(happening.at);
      for (const followed of findings.values()) sweepFinding(followed, today, hour >= morning ? today : today - 1);
      for (const [name, { person, day }] of open) {
        const from = Math.max(morning, readers.find((reader) => reader.person === person)?.digestHour ?? 0);
        if (day < today || from <= hour) bus.add(name);
      }
    } else {
      for (const name of bus) deliver(name);
      bus.clear();
    }
  }
  return mail.sort();
};

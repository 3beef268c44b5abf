import { digest as digestOf } from '#adapters/runtime/digest.ts';
import { decideAudit } from '#domain/audit/decide.ts';
import type { AuditFacts } from '#domain/audit/state.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { type Role, roles } from '#domain/people/person.ts';
import { type Sealed, seal } from '#domain/trail/chain.ts';
import type { NoticeRecord } from '#ports/notices.ts';
import { sendDigest } from '#use-cases/notices/send-digest.ts';
import { NoticeBusy } from '#use-cases/notices/send-once.ts';
import { sweepDeadlines } from '#use-cases/notices/sweep-deadlines.ts';
import { raiseHead } from '#use-cases/workflow/raise-head.ts';
import { cast } from '../builders/people.ts';
import * as memory from './memory.ts';
import type { Happening, Reader } from './oracle.ts';
import { createStore } from './store.ts';

/** People of the directory; owners are in it where they have chosen something. */
export const readers: readonly Reader[] = [
  { person: cast.ismsManager.person, roles: ['isms-manager'] },
  { person: 'ivo@example.org', roles: ['isms-manager'], digestHour: 15, overdueOnly: true },
  { person: cast.internalAuditor.person, roles: ['internal-auditor'] },
  { person: 'ian@example.org', roles: ['internal-auditor'], overdueOnly: true },
  { person: cast.decisionMaker.person, roles: ['decision-maker'] },
  { person: cast.secondDecisionMaker.person, roles: ['decision-maker'] },
  { person: cast.topManagement.person, roles: ['top-management'], digestHour: 23 },
  { person: cast.leadAuditor.person, roles: ['lead-auditor'] },
  { person: 'ada@example.org', roles: [], digestHour: 17 },
  { person: 'ben@example.org', roles: [], overdueOnly: true },
  // Before the morning, as an older morning allowed it.
  { person: 'cleo@example.org', roles: [], digestHour: 5 },
];

const assignable = (role: string): role is Exclude<Role, 'owner' | 'action-owner' | 'auditor' | 'system'> =>
  (roles as readonly string[]).includes(role);

/** The sweep, its digests and its mail over the ports in memory, by a clock that is set from outside. */
export const openWorld = async (timeZone: string) => {
  let now = '';
  const owners = new Set<string>();
  const happenings: Happening[] = [];
  const people = memory.createPeople();
  for (const { person: email, roles: held, digestHour, overdueOnly } of readers)
    await people.put({
      email,
      name: email,
      roles: held.filter(assignable),
      preferences: { ...(digestHour !== undefined && { digestHour }), ...(overdueOnly && { reminders: 'overdue' }) },
    });
  const { store, waiting, sent } = createStore({ timeZone, now: () => now, people });

  return {
    happenings,
    sent,
    at: (instant: string): void => {
      now = instant;
    },
    moment: () => ({ now, today: civilDateOf(now, timeZone) }),

    openAudit: async (id: string, facts: AuditFacts): Promise<void> => {
      const opened = decideAudit(
        undefined,
        { command: { name: 'open', body: facts }, actor: cast.ismsManager, id, fingerprint: id },
        { auditId: id, now, rolesOf: () => ['lead-auditor'] },
      );
      if (!opened.ok) throw new Error(`audit ${id}: ${opened.refusals[0]?.message}`);
      await store.audits.append(seal(opened.value, null, digestOf));
    },

    /** An event is committed and relayed, as far as the sweep has to do with it. */
    commit: async (event: FindingEvent): Promise<void> => {
      const sealed: Sealed<FindingEvent> = { ...event, prevHash: null, hash: '' };
      if ((await store.findings.append(sealed)) !== 'appended') throw new Error(`event ${event.seq} is there`);
      owners.add(event.aggregate);
      happenings.push({ kind: 'event', at: now, finding: event.state });
      await raiseHead(store, sealed);
    },

    /** So many runs at the same time. */
    sweep: async (runs: number): Promise<void> => {
      await Promise.all(Array.from({ length: runs }, () => sweepDeadlines(store)));
      happenings.push({ kind: 'sweep', at: now });
    },

    /** What is on the bus arrives, in so many copies at the same time; who finds the place taken comes again later. */
    deliver: async (copies: number): Promise<void> => {
      for (const due of waiting.splice(0)) {
        const sending = Array.from({ length: copies }, () => sendDigest(store, due));
        for (const outcome of await Promise.allSettled(sending)) {
          if (outcome.status === 'fulfilled') continue;
          if (!(outcome.reason instanceof NoticeBusy)) throw outcome.reason;
          waiting.push(due);
        }
      }
      happenings.push({ kind: 'delivery' });
    },

    /** All notices on record. */
    notices: async (): Promise<readonly NoticeRecord[]> =>
      (await Promise.all([...owners].map((aggregate) => store.notices.of({ kind: 'finding', aggregate })))).flat(),
  };
};

import { DigestDue } from '#contracts/bus.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Message } from '#ports/notices.ts';
import type { People } from '#ports/people.ts';
import * as memory from './memory.ts';

/** What the sweep and the sender of its digests are made from, in memory: they share nothing else. */
export const createStore = ({
  timeZone,
  now,
  people,
}: {
  readonly timeZone: string;
  readonly now: () => string;
  readonly people: People;
}) => {
  /** Messages on the bus that have not arrived. */
  const waiting: DigestDue[] = [];
  /** References of the mail that went out. */
  const sent: string[] = [];
  const store = {
    ...memory.createHeads(),
    findings: memory.createTrail<FindingEvent>(),
    audits: memory.createTrail<AuditEvent>(),
    digests: memory.createDigests(),
    notices: memory.createNotices(),
    suppressions: memory.createSuppressions(),
    people,
    clock: { now },
    timeZone,
    morningHour: 8,
    claimLease: 180,
    organization: 'Example',
    baseUrl: 'https://redress.example.org',
    language: 'en' as const,
    bus: {
      publish: async (messages: readonly { readonly detail: unknown }[]): Promise<void> => {
        waiting.push(...messages.map(({ detail }) => DigestDue.parse(detail)));
      },
    },
    mail: {
      send: async ({ reference }: Pick<Message, 'reference'>): Promise<string> => {
        sent.push(reference);
        return `mail-${sent.length}`;
      },
    },
  };
  return { store, waiting, sent };
};
export type MemoryStore = ReturnType<typeof createStore>['store'];

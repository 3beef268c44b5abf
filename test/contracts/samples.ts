import { randomUUID } from 'node:crypto';
import { digest } from '#adapters/runtime/digest.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { type Sealed, seal } from '#domain/trail/chain.ts';
import type { FindingHead } from '#ports/register.ts';

/** Suites share one table with each other: whatever they write hangs on ids of their own. */
export const newId = (): string => randomUUID().replaceAll('-', '');

export const instant = (second: number): string => new Date(Date.UTC(2026, 2, 9, 8, 0, second)).toISOString();

/** An opportunity for improvement, handed on from one owner to the next. */
export const findingEvent = (aggregate: string, seq: number, more: { at?: string; tookPart?: string[] } = {}) => {
  const owner = `owner${seq}@example.org`;
  const event: FindingEvent = {
    aggregate,
    seq,
    at: more.at ?? instant(seq),
    actor: { person: 'isms@example.org', role: 'isms-manager' },
    command: { name: 'assign', id: newId(), fingerprint: newId() },
    type: 'assigned',
    data: { owner },
    state: {
      status: 'awaiting-response',
      grade: 'ofi',
      facts: {
        id: aggregate,
        audit: 'audit-1',
        number: 'OFI-1',
        requirements: [{ framework: 'ISO/IEC 27001:2022', id: 'A.8.13' }],
        statement: 'Wiederherstellung prüfen – «restore» ✓ 🗄️',
        process: undefined,
      },
      seq,
      owner,
      issuedOn: '2026-03-09',
      tookPart: more.tookPart ?? [],
      taken: [],
    },
  };
  return event;
};

export const sealedEvent = (
  aggregate: string,
  seq: number,
  previous?: Sealed<FindingEvent>,
  more: { at?: string; tookPart?: string[] } = {},
): Sealed<FindingEvent> => seal(findingEvent(aggregate, seq, more), previous?.hash ?? null, digest);

/** What the head of a nonconformity has while it waits for its plan. */
export const nonconformityHead = () =>
  ({
    id: newId(),
    seq: 1,
    audit: newId(),
    number: 'NC-1',
    grade: 'major',
    status: 'awaiting',
    stage: 'plan',
    cycle: 1,
    round: 1,
    owner: 'owner@example.org',
    requirements: ['A.8.13', '9.2'],
    summary: 'No restore was ever tried.',
    issuedOn: '2026-03-09',
    due: '2026-03-23',
    waitsFor: 'owner',
  }) satisfies FindingHead;

export const findingHead = (more: Partial<FindingHead> = {}): FindingHead => ({ ...nonconformityHead(), ...more });

export const fileRecord = (more: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  id: newId(),
  kind: 'finding',
  aggregate: newId(),
  fileName: 'restore test.pdf',
  type: 'application/pdf',
  size: 12,
  sha256: 'a'.repeat(64),
  key: 'evidence/1/2',
  status: 'uploading',
  by: 'owner@example.org',
  at: instant(0),
  ...more,
});

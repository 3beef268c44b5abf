import type * as z from 'zod';
import { digest } from '#adapters/runtime/digest.ts';
import type { FindingView, NoticeList } from '#contracts/http.ts';
import { daysBetween } from '#domain/calendar/civil-date.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { stages } from '#domain/finding/stage.ts';
import { closedOn, type Finding } from '#domain/finding/state.ts';
import { firstBreak, type Sealed } from '#domain/trail/chain.ts';
import type { Client } from '#local/client.ts';
import { endsAs, type PartName } from './parts.ts';

/** A stage as it went: dates are civil dates. */
export interface StageResult {
  readonly stage: string;
  readonly due: string;
  readonly submittedOn: string;
  readonly late: boolean;
  readonly acceptedOn: string | null;
  readonly rounds: number;
}

export interface FindingResult {
  readonly id: string;
  readonly number: string;
  readonly part: PartName;
  readonly grade: string;
  readonly requirements: readonly string[];
  readonly status: string;
  readonly stages: readonly StageResult[];
  readonly rounds: number;
  /** From issue to the end. */
  readonly days: number;
  readonly notices: number;
  readonly endedAsItsPartSays: boolean;
  readonly chainVerified: boolean;
}

export const eventsOf = async (client: Client, id: string): Promise<readonly Sealed<FindingEvent>[]> =>
  (await client.call<{ events: Sealed<FindingEvent>[] }>('GET', `/findings/${id}/events`)).events;

const stageResults = (finding: Finding): StageResult[] => {
  if (finding.grade === 'ofi') return [];
  return stages.flatMap((stage): StageResult[] => {
    const rounds = finding.rounds.filter((round) => round.stage === stage);
    const last = rounds.at(-1);
    if (!last) return [];
    const { due, submission, outcome, on } = last;
    return [
      {
        stage,
        due,
        submittedOn: submission.on,
        late: submission.late,
        acceptedOn: outcome === 'accepted' ? on : null,
        rounds: rounds.length,
      },
    ];
  });
};

/** What became of a finding, read back by the public API, its chain checked. */
export const resultOf = async (client: Client, id: string, part: PartName, today: string): Promise<FindingResult> => {
  const { finding } = await client.call<FindingView>('GET', `/findings/${id}`);
  const { notices } = await client.call<z.infer<typeof NoticeList>>('GET', `/findings/${id}/notices`);
  const { facts, grade, status, issuedOn } = finding;
  return {
    id,
    number: facts.number,
    part,
    grade,
    requirements: facts.requirements.map((each) => each.id),
    status,
    stages: stageResults(finding),
    rounds: finding.grade === 'ofi' ? 0 : finding.rounds.length,
    days: daysBetween(issuedOn, closedOn(finding) ?? today),
    notices: notices.filter((notice) => notice.status === 'sent').length,
    endedAsItsPartSays: status === endsAs[part],
    chainVerified: firstBreak(await eventsOf(client, id), digest) === undefined,
  };
};

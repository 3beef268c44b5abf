import { useQueries } from '@tanstack/react-query';
import type { Finding, Round } from '#domain/finding/state.ts';
import type { Submission } from '#domain/submission/submission.ts';
import type { Answer } from '../../../client/types.ts';
import { useAnswer, useClient } from '../../../client/use-client.tsx';
import { type Entry, entriesOf } from '../record/entries.ts';
import { type Happened, useEvents } from '../record/events.ts';

/** Something that was handed in and counts: what was accepted, and what waits for somebody's word. */
interface HandedIn extends Pick<Round, 'cycle' | 'stage' | 'round' | 'submission'> {
  /** Left out: it waits. */
  readonly outcome?: Round['outcome'];
  readonly content: Submission;
}

/** All that a finding on paper is made of. */
export interface Paper {
  readonly view: Answer<'getFinding'>;
  /** When it was last asked for. */
  readonly asOf: string;
  readonly auditTitle: string;
  readonly submissions: readonly HandedIn[];
  readonly evidence: Answer<'listEvidence'>['evidence'];
  readonly events: readonly Happened[];
  readonly decisions: readonly Entry[];
  /** Oldest first, without comments: they are no part of the record. */
  readonly entries: readonly Entry[];
}

const countingOf = (finding: Finding | undefined): readonly Omit<HandedIn, 'content'>[] => {
  if (!finding || !('rounds' in finding)) return [];
  const accepted = finding.rounds.filter(({ outcome }) => outcome === 'accepted');
  if (!('submission' in finding)) return accepted;
  const { cycle, stage, round, submission } = finding;
  return [...accepted, { cycle, stage, round, submission }];
};

/** What is named by its hash never changes: it is asked for once. */
const useSubmissions = (finding: string, counting: readonly Omit<HandedIn, 'content'>[]) => {
  const client = useClient();
  const answers = useQueries({
    queries: counting.map(({ submission: { hash } }) => ({
      queryKey: ['getSubmission', { finding, hash }, undefined],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.call('getSubmission', { path: { finding, hash } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: false as const,
    })),
  });
  return {
    error: answers.find(({ error }) => error)?.error ?? null,
    submissions: counting.flatMap((round, place): HandedIn[] => {
      const content = answers[place]?.data?.submission;
      return content ? [{ ...round, content }] : [];
    }),
  };
};

/** A finding with all that belongs on its paper; `data` once everything is there, so that nothing is printed in part. */
export const usePaper = (finding: string): { readonly data: Paper | undefined; readonly error: Error | null } => {
  const path = { finding };
  const view = useAnswer('getFinding', { path });
  const found = view.data?.finding;
  const audit = useAnswer('getAudit', { path: { audit: found?.facts.audit ?? '' } }, found !== undefined);
  const evidence = useAnswer('listEvidence', { path });
  const notices = useAnswer('listNotices', { path });
  const events = useEvents(finding);
  const counting = countingOf(found);
  const handedIn = useSubmissions(finding, counting);
  const error = view.error ?? audit.error ?? evidence.error ?? notices.error ?? handedIn.error;
  const isWhole = handedIn.submissions.length === counting.length && events.length > 0;
  if (!view.data || !audit.data || !evidence.data || !notices.data || !isWhole) return { data: undefined, error };
  return {
    error,
    data: {
      view: view.data,
      asOf: new Date(view.dataUpdatedAt).toISOString(),
      auditTitle: audit.data.facts.title,
      submissions: handedIn.submissions,
      evidence: evidence.data.evidence,
      events,
      decisions: entriesOf(events, [], [], 'decisions'),
      entries: entriesOf(events, notices.data.notices, []),
    },
  };
};

import type { ProposedBecause } from '#domain/finding/state.ts';
import { useAnswer } from '../../../client/use-client.tsx';
import { useSpeech } from '../../../words/words.tsx';

/** A proposal as the API takes it back: why, without the finding that it is about. */
const becauseOf = ({
  finding: _finding,
  number: _number,
  ...because
}: ProposedBecause & { finding: string; number: string }): ProposedBecause => because;

/** Why it is proposed to regrade this finding to major, as the audit's proposals have it now. */
export const useProposals = (
  { id, audit }: { readonly id: string; readonly audit: string },
  enabled: boolean,
): readonly ProposedBecause[] | undefined =>
  useAnswer('listProposals', { path: { audit } }, enabled)
    .data?.proposals.filter(({ finding }) => finding === id)
    .map(becauseOf);

/** A proposal in words. */
export const useProposalWords = (): ((proposed: ProposedBecause) => string) => {
  const { date, words } = useSpeech();
  const { proposals } = words.audits;
  return (proposed) =>
    proposed.because === 'open-at-next-audit'
      ? proposals.openAtNextAudit(date(proposed.nextAudit))
      : proposals.onOneRequirement(proposed.minors.length, proposed.requirement, proposed.minors.join(', '));
};

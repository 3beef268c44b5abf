import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../client/use-client.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useSpeech } from '../../words/words.tsx';
import type { Audit } from './holds.ts';

/** Minors that are proposed to be regraded to major, each with why. People decide: each answer is one click away. */
export const Proposals = ({ audit: { id, actions } }: { readonly audit: Audit }) => {
  const { date, words } = useSpeech();
  const { proposals: said } = words.audits;
  const navigate = useNavigate();
  const decides = actions.includes('regrade');
  const proposals = useAnswer('listProposals', { path: { audit: id } }).data?.proposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <Alert type="warning" header={said.title(proposals.length)}>
      {said.lead}
      <ul className="proposals">
        {proposals.map((each) => (
          <li
            key={`${each.finding} ${each.because}${each.because === 'minors-on-one-requirement' && each.requirement}`}
          >
            <div>
              <PageLink href={`/findings/${each.finding}`}>{each.number}</PageLink>
              {': '}
              {each.because === 'open-at-next-audit'
                ? said.openAtNextAudit(date(each.nextAudit))
                : said.onOneRequirement(each.minors.length, each.requirement, each.minors.join(', '))}
            </div>
            {decides && (
              <SpaceBetween size="xs" direction="horizontal">
                <Button
                  ariaLabel={said.regradeOf(each.number)}
                  onClick={() => navigate(`/findings/${each.finding}?do=regrade`)}
                >
                  {said.regrade}
                </Button>
                <Button
                  ariaLabel={said.leaveOf(each.number)}
                  onClick={() => navigate(`/findings/${each.finding}?do=refuseRegrade`)}
                >
                  {said.leave}
                </Button>
              </SpaceBetween>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

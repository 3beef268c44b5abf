import { useAnswer } from '../../../client/use-client.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { useWords } from '../../../words/words.tsx';
import { usePermitted } from '../use-permitted.ts';

/** The way to the audit of a finding, and to its links for those who may see them. */
export const AuditOf = ({ finding, audit }: { readonly finding: string; readonly audit: string }) => {
  const { links } = useWords();
  const title = useAnswer('getAudit', { path: { audit } }).data?.facts.title;
  const seesLinks = usePermitted('seeLinks', finding);
  return (
    <>
      <div>
        <PageLink href={`/audits/${audit}`}>{title ?? audit}</PageLink>
      </div>
      {seesLinks && (
        <div>
          <PageLink href={`/audits/${audit}/links`}>{links.title}</PageLink>
        </div>
      )}
    </>
  );
};

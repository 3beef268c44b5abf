import type { Why } from '#domain/submission/submission.ts';
import { whysOf } from '#domain/submission/whys.ts';
import { useWords } from '../../../words/words.tsx';
import { type Branch, branchesOf } from './why-tree.ts';

const Branches = ({ branches }: { readonly branches: readonly Branch[] }) => {
  const { plan } = useWords();
  return (
    <ol className="whys">
      {branches.map((branch) => (
        <li key={branch.place}>
          {branch.answer}
          {branch.cause !== undefined && <strong> ({plan.rootCauseOf(branch.cause)})</strong>}
          {branch.branches.length > 0 && <Branches branches={branch.branches} />}
        </li>
      ))}
    </ol>
  );
};

/** The answers to "why?" that were handed in, each under the one that it asks on from. */
export const WhysShown = ({ whys }: { readonly whys: readonly (string | Why)[] | undefined }) =>
  whys === undefined || whys.length === 0 ? null : <Branches branches={branchesOf(whysOf(whys))} />;

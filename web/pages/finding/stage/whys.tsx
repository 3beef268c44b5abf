import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Textarea, { type TextareaProps } from '@cloudscape-design/components/textarea';
import { useEffect, useRef, useState } from 'react';
import type { Why } from '#domain/submission/submission.ts';
import type { Reason } from '../../../client/client.ts';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import {
  answered,
  askedAnew,
  askedOn,
  type Branch,
  branchesOf,
  type Changed,
  canMoveIn,
  canMoveOut,
  movedIn,
  movedOut,
  takenOut,
} from './why-tree.ts';

interface Tree {
  readonly whys: readonly Why[];
  readonly reasons: readonly Reason[];
  readonly onChange: (whys: Why[]) => void;
  /** Names the answer in this place as a root cause. */
  readonly onCause: (place: number) => void;
}

/** Told where the focus goes after a change: to the answer that was added or moved. */
type Node = Tree & { readonly onMoved: (changed: Changed) => void };

const Answer = ({ branch, ...tree }: Node & { readonly branch: Branch }) => {
  const { plan } = useWords();
  const { whys, reasons, onMoved, onChange } = tree;
  const { place, number, cause, branches } = branch;
  const field = `rootCause.whys[${place}]`;
  const mayMoveIn = canMoveIn(whys, place);
  const mayMoveOut = canMoveOut(whys, place);
  // As in the outline of a word processor.
  const keys: NonNullable<TextareaProps['onKeyDown']> = (event) => {
    const { key, altKey, shiftKey, ctrlKey } = event.detail;
    if (ctrlKey && key === 'Enter') onMoved(askedOn(whys, place));
    else if (altKey && shiftKey && key === 'ArrowRight' && mayMoveIn) onMoved(movedIn(whys, place));
    else if (altKey && shiftKey && key === 'ArrowLeft' && mayMoveOut) onMoved(movedOut(whys, place));
    else return;
    event.preventDefault();
  };
  return (
    <li>
      <div data-why={place}>
        <FormField
          label={plan.why(number)}
          errorText={reasonsAt(reasons, field) || reasonsAt(reasons, `${field}.answer`)}
          stretch
        >
          <Textarea
            value={branch.answer}
            rows={2}
            onChange={({ detail }) => onChange(answered(whys, place, { answer: detail.value }))}
            onKeyDown={keys}
          />
        </FormField>
        <div className="why-doing">
          <Button
            variant="inline-link"
            iconName="add-plus"
            ariaLabel={`${plan.askOn} (${plan.why(number)})`}
            onClick={() => onMoved(askedOn(whys, place))}
          >
            {plan.askOn}
          </Button>
          {cause !== undefined ? (
            <Badge color="blue">{plan.rootCauseOf(cause)}</Badge>
          ) : (
            branches.length === 0 && (
              <Button
                variant="inline-link"
                iconName="flag"
                ariaLabel={`${plan.isRootCause} (${plan.why(number)})`}
                onClick={() => tree.onCause(place)}
              >
                {plan.isRootCause}
              </Button>
            )
          )}
          {mayMoveOut && (
            <Button
              variant="inline-icon"
              iconName="angle-left"
              ariaLabel={plan.moveOut(number)}
              onClick={() => onMoved(movedOut(whys, place))}
            />
          )}
          {mayMoveIn && (
            <Button
              variant="inline-icon"
              iconName="angle-right"
              ariaLabel={plan.moveIn(number)}
              onClick={() => onMoved(movedIn(whys, place))}
            />
          )}
          {whys.length > 1 && (
            <Button
              variant="inline-icon"
              iconName="remove"
              ariaLabel={plan.removeWhy(number)}
              onClick={() => onChange(takenOut(whys, place))}
            />
          )}
        </div>
      </div>
      {branches.length > 0 && <Answers branches={branches} {...tree} />}
    </li>
  );
};

const Answers = ({ branches, ...tree }: Node & { readonly branches: readonly Branch[] }) => (
  <ol className="whys edited">
    {branches.map((branch) => (
      <Answer key={branch.place} branch={branch} {...tree} />
    ))}
  </ol>
);

const first: readonly Why[] = [{ answer: '', depth: 0 }];

/** The whys as a tree, from what was found down to its root causes: each answer stands under the one it asks on from. */
export const Whys = ({ statement, ...given }: Tree & { readonly statement: string }) => {
  const { plan } = useWords();
  const whys = given.whys.length === 0 ? first : given.whys;
  const place = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<Changed>();
  useEffect(() => {
    if (moved) place.current?.querySelector<HTMLElement>(`[data-why="${moved.place}"] textarea`)?.focus();
  }, [moved]);
  const onMoved = (changed: Changed): void => {
    given.onChange(changed.whys);
    setMoved(changed);
  };
  return (
    <FormField
      label={plan.whys}
      description={plan.whysHint}
      constraintText={plan.whysKeys}
      errorText={reasonsAt(given.reasons, 'rootCause.whys')}
      stretch
    >
      <div ref={place} className="why-tree">
        <blockquote className="as-typed">{statement}</blockquote>
        <Answers {...given} whys={whys} branches={branchesOf(whys)} onMoved={onMoved} />
        <Button iconName="add-plus" onClick={() => onMoved(askedAnew(whys))}>
          {plan.addWhy}
        </Button>
      </div>
    </FormField>
  );
};

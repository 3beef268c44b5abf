import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { PlanSubmission, Submission } from '#domain/submission/submission.ts';
import { Asked } from '../../../parts/asked.tsx';
import { DraftKept } from '../../../parts/draft-kept.tsx';
import { Refused } from '../../../parts/reasons.tsx';
import { useSpeech } from '../../../words/words.tsx';
import { ChangedSince } from '../act/changed-since.tsx';
import { CameBack } from './came-back.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { useKnownPeople } from './known-people.ts';
import { PlanForm } from './plan-form.tsx';
import { RemediationForm } from './remediation-form.tsx';
import { misplaced } from './shown-fields.ts';
import type { StageForm } from './stage-form.ts';
import { useDraftLines } from './use-draft-lines.ts';
import { type ContentOf, type StageAtHand, useHandedIn, useStageForm } from './use-stage-form.ts';

/** Comes into view where the address asks for it: `#stage`. */
const useCalledFor = () => {
  const { hash } = useLocation();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash !== '#stage') return;
    place.current?.scrollIntoView();
    place.current?.focus();
  }, [hash]);
  return place;
};

const Work = <S extends Submission['stage']>({
  children,
  ...given
}: StageAtHand<S> & { readonly children: (form: StageForm<ContentOf<S>>) => ReactNode }) => {
  const { stage, view } = given;
  const { date, words } = useSpeech();
  const { act, actions } = words;
  const known = useKnownPeople(view);
  const form = useStageForm(given);
  const linesOf = useDraftLines();
  const place = useCalledFor();
  const { content, reasons } = form;
  const giveUp = (
    <Button variant="link" onClick={form.giveUp}>
      {act.giveUp}
    </Button>
  );
  return (
    <section id="stage" ref={place} tabIndex={-1} aria-label={words.stages[stage]}>
      <SpaceBetween size="l">
        <Header
          variant="h2"
          description={form.isBegun ? words.stage.draftKept : words.due.on(date(view.finding.due[stage]))}
        >
          {words.stages[stage]}
        </Header>
        <CameBack finding={view.finding.facts.id} />
        {form.isOld && (
          <ChangedSince changes={form.changes} typed={linesOf(content)} header={act.changed}>
            <Button onClick={form.look}>{act.looked}</Button>
            <Button loading={form.isSending} onClick={form.handInAllTheSame}>
              {act.sendAllTheSame}
            </Button>
            {giveUp}
          </ChangedSince>
        )}
        <div ref={form.place}>{children({ content, known, reasons, onChange: form.change })}</div>
        {reasons.length > 0 && (
          <Alert type="error" header={words.stage.incomplete(reasons.length)}>
            {words.stage.mend}
            {misplaced(stage, reasons).map(({ code, field, message }) => (
              <div key={`${code} ${field}`}>{message}</div>
            ))}
          </Alert>
        )}
        {reasons.length === 0 && !form.isOld && <Refused error={form.error} />}
        <div className="send">
          <DraftKept at={form.keptAt} />
          <SpaceBetween size="xs" direction="horizontal">
            {form.isBegun && giveUp}
            <Button variant="primary" loading={form.isSending} onClick={form.handIn}>
              {actions.submit}
            </Button>
          </SpaceBetween>
        </div>
      </SpaceBetween>
    </section>
  );
};

const noPlan: PlanSubmission = {};

const AtHand = ({ acceptedPlan, ...rest }: Omit<StageAtHand<'plan'>, 'stage'>) => {
  const given = { ...rest, acceptedPlan };
  const { finding } = rest.view;
  const { id, statement } = finding.facts;
  switch (finding.stage) {
    case 'plan':
      return (
        <Work {...given} stage="plan">
          {(form) => <PlanForm {...form} statement={statement} deadline={finding.due.remediation} />}
        </Work>
      );
    case 'correction':
      return (
        <Work {...given} stage="correction">
          {(form) => <CorrectionForm {...form} finding={id} />}
        </Work>
      );
    case 'remediation':
      return (
        <Work {...given} stage="remediation">
          {(form) => <RemediationForm {...form} finding={id} plan={acceptedPlan ?? noPlan} />}
        </Work>
      );
  }
};

/** The stage at hand: no form before what it begins with is there, for whoever typed into it would lose that. */
export const StageWork = ({ view, me }: Pick<StageAtHand<'plan'>, 'view' | 'me'>) => {
  const { finding } = view;
  const before = useHandedIn(finding, finding.stage);
  const accepted = useHandedIn(finding, 'plan', 'accepted');
  return (
    <Asked answer={before}>
      {({ submission }) => (
        <Asked answer={accepted}>
          {({ submission: plan }) => (
            <AtHand
              view={view}
              me={me}
              before={submission}
              acceptedPlan={plan?.stage === 'plan' ? plan.content : undefined}
            />
          )}
        </Asked>
      )}
    </Asked>
  );
};

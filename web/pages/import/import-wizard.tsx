import Wizard from '@cloudscape-design/components/wizard';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.tsx';

/** The steps of an import. Which one is at hand, the address says. */
const importSteps = ['report', 'rows', 'confirm'] as const;
type ImportStep = (typeof importSteps)[number];

/** The frame of all steps: `children` is the step at hand. */
export const ImportWizard = ({
  step,
  busy = false,
  onGo,
  onConfirm,
  onCancel,
  children,
}: {
  readonly step: ImportStep;
  readonly busy?: boolean;
  readonly onGo: (step: ImportStep) => void;
  readonly onConfirm?: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) => {
  const { imports: said } = useWords();
  return (
    <Wizard
      steps={importSteps.map((each) => ({
        title: said.steps[each],
        description: said.stepLeads[each],
        content: each === step ? children : null,
      }))}
      activeStepIndex={importSteps.indexOf(step)}
      isLoadingNextStep={busy}
      submitButtonText={said.issue}
      onNavigate={({ detail }) => onGo(importSteps[detail.requestedStepIndex] ?? 'report')}
      onSubmit={() => onConfirm?.()}
      onCancel={onCancel}
    />
  );
};

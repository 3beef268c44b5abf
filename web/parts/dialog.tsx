import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

/** What the one button of a dialog does: something, or it submits the form of this id that stands in it. */
type Does = { readonly onGo: () => void } | { readonly form: string };

/** A dialog with one thing to do in it, and a way out. */
export const Dialog = ({
  header,
  action,
  isBusy,
  onClose,
  children,
  ...does
}: Does & {
  readonly header: string;
  /** What the button says. */
  readonly action: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const { application } = useWords();
  const button = 'form' in does ? ({ formAction: 'submit', form: does.form } as const) : { onClick: does.onGo };
  return (
    <Modal
      visible
      header={header}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onClose}>
              {application.cancel}
            </Button>
            <Button variant="primary" loading={isBusy} {...button}>
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
};

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useRef, useState } from 'react';
import { fetchChecked, NotShown, type WhyNot } from '../../../../shared/preview/checked.ts';
import { previewKindOf } from '../../../../shared/preview/kinds.ts';
import { showIn } from '../../../../shared/preview/viewer.ts';
import type { Answer } from '../../../client/types.ts';
import { useClient } from '../../../client/use-client.tsx';
import { Refused } from '../../../parts/reasons.tsx';
import { useSpeech } from '../../../words/words.tsx';

type Evidence = Answer<'listEvidence'>['evidence'][number];

/** Where a preview stands. */
type Stand =
  | { readonly at: 'loading' }
  | { readonly at: 'shown'; readonly isCut: boolean }
  | { readonly at: 'not-shown'; readonly why: WhyNot }
  | { readonly at: 'refused'; readonly error: Error };

const standAfter = (failure: unknown): Stand => {
  if (failure instanceof NotShown) return { at: 'not-shown', why: failure.why };
  return failure instanceof Error ? { at: 'refused', error: failure } : { at: 'not-shown', why: 'unreadable' };
};

/** Fetches a file and shows it in a sandboxed frame within the element of the ref. */
const useShown = (finding: string, file: Evidence) => {
  const client = useClient();
  const { words, language } = useSpeech();
  const host = useRef<HTMLDivElement>(null);
  const [stand, setStand] = useState<Stand>({ at: 'loading' });
  const { page, title, failures } = words.preview;
  // Asked once for each opening: each time is a download on the record.
  const given = useRef({ client, file, language, title: title.replace('{name}', file.fileName), page, failures });
  useEffect(() => {
    const stop = new AbortController();
    const { client, file, ...said } = given.current;
    const record = { name: file.fileName, type: file.type, size: file.size, sha256: file.sha256 };
    const path = { finding, evidence: file.id };
    const addressOf = async (): Promise<string> => (await client.call('downloadEvidence', { path }, stop.signal)).url;
    const show = async (): Promise<void> => {
      const bytes = await fetchChecked(record, addressOf, stop.signal);
      if (stop.signal.aborted || !host.current) return;
      const remove = showIn(host.current, {
        record,
        bytes,
        title: said.title,
        language: said.language,
        isDark: document.body.classList.contains('awsui-dark-mode'),
        words: { page: said.page, unreadable: said.failures.unreadable },
        told: (outcome) =>
          setStand('why' in outcome ? { at: 'not-shown', why: outcome.why } : { at: 'shown', isCut: outcome.isCut }),
      });
      stop.signal.addEventListener('abort', remove);
    };
    show().catch((failure: unknown) => {
      if (!stop.signal.aborted) setStand(standAfter(failure));
    });
    return () => stop.abort();
  }, [finding]);
  return { host, stand };
};

const Shown = ({ finding, file }: { readonly finding: string; readonly file: Evidence }) => {
  const { words } = useSpeech();
  const { preview } = words;
  const { host, stand } = useShown(finding, file);
  return (
    <SpaceBetween size="s">
      {stand.at === 'loading' && <StatusIndicator type="loading">{preview.loading}</StatusIndicator>}
      {stand.at === 'shown' && (
        <Box color="text-body-secondary">{[preview.onRecord, ...(stand.isCut ? [preview.cut] : [])].join(' ')}</Box>
      )}
      {stand.at === 'not-shown' && <StatusIndicator type="warning">{preview.failures[stand.why]}</StatusIndicator>}
      {stand.at === 'refused' && <Refused error={stand.error} />}
      <div ref={host} hidden={stand.at === 'not-shown' || stand.at === 'refused'} />
    </SpaceBetween>
  );
};

/** A button that shows a file in the page, where it is of a kind that can be shown. */
export const EvidencePreview = ({ finding, file }: { readonly finding: string; readonly file: Evidence }) => {
  const { words } = useSpeech();
  const { preview } = words;
  const [isOpen, setOpen] = useState(false);
  const title = preview.title.replace('{name}', file.fileName);
  if (previewKindOf(file.type) === undefined) return null;
  return (
    <>
      <Button variant="inline-link" iconName="search" ariaLabel={title} onClick={() => setOpen(true)}>
        {preview.preview}
      </Button>
      <Modal visible={isOpen} size="max" header={title} closeAriaLabel={preview.close} onDismiss={() => setOpen(false)}>
        {isOpen && <Shown finding={finding} file={file} />}
      </Modal>
    </>
  );
};

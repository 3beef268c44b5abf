import Button from '@cloudscape-design/components/button';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef } from 'react';
import type { EvidenceRef } from '#domain/submission/submission.ts';
import type { Reason } from '../../../client/client.ts';
import { useAnswer } from '../../../client/use-client.tsx';
import { reasonsAt } from '../../../parts/reasons.tsx';
import { useWords } from '../../../words/words.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';

/** Files of the finding as evidence of one thing: some that are there already, or new ones, uploaded here. */
export const EvidenceField = ({
  finding,
  field,
  chosen,
  reasons,
  onChange,
}: {
  readonly finding: string;
  readonly field: string;
  readonly chosen: readonly EvidenceRef[];
  readonly reasons: readonly Reason[];
  readonly onChange: (chosen: EvidenceRef[]) => void;
}) => {
  const { evidence: words } = useWords();
  const files = useAnswer('listEvidence', { path: { finding } }).data?.evidence ?? [];
  // Several may arrive before the next is drawn.
  const latest = useRef(chosen);
  latest.current = chosen;
  const uploads = useUploads(finding, ({ id, sha256 }) => {
    latest.current = [...latest.current, { id, sha256 }];
    onChange([...latest.current]);
  });
  const options = files
    .filter(({ status }) => status === 'registered')
    .map(({ id, fileName, sha256 }) => ({ value: id, label: fileName, description: sha256.slice(0, 12) }));
  const errors = [reasonsAt(reasons, field), ...chosen.map((_ref, i) => reasonsAt(reasons, `${field}[${i}]`))];
  return (
    <FormField
      label={words.field}
      description={words.hint}
      errorText={errors.filter((text) => text !== '').join(' ')}
      stretch
    >
      <SpaceBetween size="s">
        <Multiselect
          options={options}
          placeholder={words.choose}
          empty={words.noneYet}
          selectedOptions={options.filter(({ value }) => chosen.some(({ id }) => id === value))}
          onChange={({ detail }) =>
            onChange(
              detail.selectedOptions.flatMap(({ value }) => {
                const file = files.find(({ id }) => id === value);
                return file ? [{ id: file.id, sha256: file.sha256 }] : [];
              }),
            )
          }
        />
        <FileUpload
          multiple
          value={[]}
          i18nStrings={{ uploadButtonText: () => words.upload, dropzoneText: () => words.drop }}
          onChange={({ detail }) => detail.value.forEach(uploads.add)}
        />
        <UploadList uploads={uploads.list} />
        {uploads.list.length > 0 && (
          <Button variant="inline-link" onClick={uploads.clear}>
            {words.clearDone}
          </Button>
        )}
      </SpaceBetween>
    </FormField>
  );
};

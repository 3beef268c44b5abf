import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAnswer } from '../../../client/use-client.tsx';
import { useWords } from '../../../words/words.tsx';
import { UploadList } from '../evidence/upload-list.tsx';
import { useUploads } from '../evidence/use-uploads.ts';

/** One file of the finding: one that is there already, or a new one, uploaded here. By its id. */
export const DocumentField = ({
  finding,
  label,
  hint,
  value,
  error,
  onChange,
}: {
  readonly finding: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly error: string;
  readonly onChange: (id: string) => void;
}) => {
  const { evidence: words } = useWords();
  const files = useAnswer('listEvidence', { path: { finding } }).data?.evidence ?? [];
  const uploads = useUploads(finding, ({ id }) => onChange(id));
  const options = files
    .filter(({ status }) => status === 'registered')
    .map(({ id, fileName, sha256 }) => ({
      value: id,
      label: fileName,
      description: `SHA-256 ${sha256.slice(0, 16)}…`,
    }));
  return (
    <FormField label={label} description={hint} errorText={error} stretch>
      <SpaceBetween size="s">
        <Select
          options={options}
          placeholder={words.choose}
          empty={words.noneYet}
          selectedOption={options.find((option) => option.value === value) ?? null}
          onChange={({ detail }) => detail.selectedOption.value !== undefined && onChange(detail.selectedOption.value)}
        />
        <FileUpload
          value={[]}
          i18nStrings={{ uploadButtonText: () => words.upload, dropzoneText: () => words.drop }}
          onChange={({ detail }) => detail.value.forEach(uploads.add)}
        />
        <UploadList uploads={uploads.list} />
      </SpaceBetween>
    </FormField>
  );
};

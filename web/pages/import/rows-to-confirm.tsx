import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../client/use-client.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import type { Audit } from '../audits/holds.ts';
import { useLikelyPeople } from '../audits/likely-people.ts';
import { ConfirmRows } from './confirm-rows.tsx';
import { ImportWizard } from './import-wizard.tsx';
import { confirmationOf, type ImportShown, type Mending, nothingMended, rowNow, wrongAddress } from './mending.ts';
import { ReportRows } from './rows.tsx';

/** The rows of a report until they are confirmed: to be mended, and then to be looked at once more. */
export const RowsToConfirm = ({
  audit,
  me,
  shown,
}: {
  readonly audit: Audit;
  readonly me: string;
  readonly shown: ImportShown;
}) => {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const draft = useDraft<Mending>(`${me}:import:${audit.id}:${shown.id}`, nothingMended);
  const confirm = useCommand('confirmImport', draft.clear);
  const [tried, setTried] = useState(false);
  const known = useLikelyPeople(audit.facts.team);
  const mending = draft.value;
  const rows = shown.rowList.map((row) => rowNow(row, mending));
  const isWhole =
    wrongAddress(mending.owner) === undefined &&
    rows.every(({ stands, wrong }) => stands !== 'to-be-completed' && (stands !== 'ready' || isEmpty(wrong)));
  const here = `/audits/${audit.id}/imports/${shown.id}`;
  const step = search.get('step') === 'confirm' && isWhole ? 'confirm' : 'rows';

  const send = (): void =>
    confirm.mutate({ path: { audit: audit.id, import: shown.id }, body: confirmationOf(rows, mending) });
  return (
    <ImportWizard
      step={step}
      busy={confirm.isPending}
      onCancel={() => navigate(`/audits/${audit.id}`)}
      onConfirm={send}
      onGo={(next) => {
        confirm.reset();
        if (next === 'report') return navigate(`/audits/${audit.id}/import`);
        if (next === 'rows') return navigate(here);
        if (!isWhole) return setTried(true);
        return navigate(`${here}?step=confirm`);
      }}
    >
      {step === 'confirm' ? (
        <ConfirmRows audit={audit} rows={rows} error={confirm.error} />
      ) : (
        <ReportRows rows={rows} mending={mending} known={known} tried={tried} onChange={draft.change} />
      )}
    </ImportWizard>
  );
};

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

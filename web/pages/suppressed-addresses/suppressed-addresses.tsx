import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { permissions } from '#domain/people/permissions.ts';
import { useAnswer, useCommand } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ForRoles } from '../../parts/for-roles.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useSpeech, useWords } from '../../words/words.tsx';

/** Asks once more before an address is sent to again. */
const LiftSuppression = ({
  address,
  onClose,
  onLifted,
}: {
  readonly address: string;
  readonly onClose: () => void;
  readonly onLifted: () => void;
}) => {
  const { suppressions: said } = useWords();
  const lift = useCommand('liftSuppression');
  const go = (): void => lift.mutate({ path: { person: address } }, { onSuccess: onLifted });
  return (
    <Dialog header={said.liftTitle(address)} action={said.lift} isBusy={lift.isPending} onGo={go} onClose={onClose}>
      <SpaceBetween size="m">
        <Refused error={lift.error} />
        <div>{said.liftLead}</div>
      </SpaceBetween>
    </Dialog>
  );
};

const Suppressions = () => {
  const { words, instant } = useSpeech();
  const { suppressions: said, pages } = words;
  const answer = useAnswer('listSuppressions', {});
  const [lifting, setLifting] = useState<string>();
  const [lifted, setLifted] = useState<string>();
  return (
    <Asked answer={answer}>
      {({ suppressions }) => (
        <SpaceBetween size="m">
          {lifted !== undefined && (
            <Alert type="success" dismissible onDismiss={() => setLifted(undefined)}>
              {said.lifted(lifted)}
            </Alert>
          )}
          <Listing
            variant="full-page"
            items={suppressions}
            trackBy="address"
            header={
              <Header variant="h1" counter={`(${suppressions.length})`} description={said.lead}>
                {pages.suppressions}
              </Header>
            }
            empty={<Box>{said.empty}</Box>}
            columns={[
              {
                id: 'address',
                header: said.address,
                isRowHeader: true,
                minWidth: 200,
                cell: ({ address }) => <span className="address">{address}</span>,
              },
              { id: 'kind', header: said.kind, minWidth: 130, cell: ({ kind }) => said.kinds[kind] },
              { id: 'reason', header: said.reason, minWidth: 200, cell: ({ reason }) => reason },
              { id: 'at', header: said.at, minWidth: 150, cell: ({ at }) => instant(at) },
              {
                id: 'lift',
                header: said.lift,
                minWidth: 140,
                isPlain: true,
                cell: ({ address }) => (
                  <Button variant="inline-link" ariaLabel={said.liftOf(address)} onClick={() => setLifting(address)}>
                    {said.lift}
                  </Button>
                ),
              },
            ]}
          />
          {lifting !== undefined && (
            <LiftSuppression
              address={lifting}
              onClose={() => setLifting(undefined)}
              onLifted={() => {
                setLifted(lifting);
                setLifting(undefined);
              }}
            />
          )}
        </SpaceBetween>
      )}
    </Asked>
  );
};

/** Addresses that nothing is sent to any more: why, and how they are sent to again. */
export const SuppressedAddressesPage = () => (
  <ForRoles allowed={permissions.handleSuppressions}>
    <Suppressions />
  </ForRoles>
);

import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { usePageAnswer } from '../../client/use-client.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Refused } from '../../parts/reasons.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useWords } from '../../words/words.tsx';
import { Findings } from './findings.tsx';
import { NoMatch, NothingYet } from './nothing.tsx';
import { useShown } from './shown.ts';
import { Toolbar } from './toolbar.tsx';
import { useExport } from './use-export.ts';
import { type Asked as AskedLook, useLook } from './use-look.ts';
import { Views } from './views.tsx';

/** All findings that the person may see: filtered, sorted and paged by the API. */
export const RegisterPage = () => {
  const { register: said, pages } = useWords();
  useTitle(pages.register);
  const used = useLook();
  const { look, page, turnTo } = used;
  const [shown, setShown] = useShown();
  const answer = usePageAnswer('listFindings', { query: { ...(look as AskedLook), page, size: shown.size } });
  const { data, error, isPlaceholderData } = answer;
  const last = data && Math.max(1, Math.ceil(data.total / shown.size));
  const isBeyond = last !== undefined && !isPlaceholderData && page > last;
  // Some were filtered out, or closed, since: there are fewer pages now.
  useEffect(() => {
    if (isBeyond) turnTo(last, true);
  });
  const csv = useExport();
  const header = (
    <SpaceBetween size="s">
      <Header
        variant="h1"
        {...(data && { counter: said.count(data.total, data.all) })}
        actions={
          <SpaceBetween size="xs" direction="horizontal">
            <Views used={used} />
            <Button
              iconName="download"
              loading={csv.isPending}
              disabled={!data || data.total === 0}
              onClick={() => csv.mutate(look)}
            >
              {said.export}
            </Button>
          </SpaceBetween>
        }
      >
        {pages.register}
      </Header>
      <Refused error={csv.error} />
      {error && <Asked answer={{ data: undefined, error }}>{() => null}</Asked>}
    </SpaceBetween>
  );
  return (
    <Findings
      findings={data?.findings ?? (error ? [] : undefined)}
      used={used}
      shown={shown}
      onShown={setShown}
      header={header}
      filter={data?.all !== 0 && <Toolbar used={used} owners={data?.owners ?? []} total={data?.total} />}
      pagination={
        <Pagination
          currentPageIndex={page}
          pagesCount={last ?? 1}
          onChange={({ detail }) => turnTo(detail.currentPageIndex)}
        />
      }
      empty={data && (data.all === 0 ? <NothingYet /> : <NoMatch onClear={used.clear} />)}
    />
  );
};

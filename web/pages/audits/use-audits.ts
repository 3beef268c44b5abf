import { useInfiniteQuery } from '@tanstack/react-query';
import type { Answer } from '../../client/types.ts';
import { useClient } from '../../client/use-client.tsx';

type Page = Answer<'listAudits'>;

/** All audits, a page at a time; as with every answer, those that are shown are asked for again. */
export const useAudits = () => {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['listAudits', 'pages'],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      client.call('listAudits', { query: { limit: 200, ...(pageParam !== undefined && { next: pageParam }) } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: Page) => next,
    select: ({ pages }) => pages.flatMap(({ audits }) => audits),
  });
};

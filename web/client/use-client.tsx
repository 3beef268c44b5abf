import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiProblem, type Client } from './client.ts';
import type { Answer, Given, ReadName, WriteName } from './types.ts';

/** A change elsewhere shows within so many milliseconds. */
const freshFor = 2000;

/** Has people sign in again when the API no longer knows them, whether they asked or gave a command: once, and not per answer. */
const watchSession = (signIn: () => Promise<void>) => {
  let isLeaving = false;
  const onError = (error: Error): void => {
    if (isLeaving || !(error instanceof ApiProblem && error.status === 401)) return;
    isLeaving = true;
    signIn().catch(() => {
      // The identity provider cannot be reached: the next answer tries it again.
      isLeaving = false;
    });
  };
  return { onError };
};

/** @param signIn goes to the identity provider, and comes back to the page as it is */
export const createQueries = (signIn: () => Promise<void>): QueryClient => {
  const session = watchSession(signIn);
  return new QueryClient({
    queryCache: new QueryCache(session),
    mutationCache: new MutationCache(session),
    defaultOptions: {
      // Without a connection it is tried all the same, and said that it did not work: nothing is sent later by itself.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchInterval: freshFor,
        staleTime: freshFor / 2,
        retry: (count, error) => !(error instanceof ApiProblem) && count < 3,
      },
    },
  });
};

const Clients = createContext<Client | undefined>(undefined);
export const Calling = Clients.Provider;

export const useClient = (): Client => {
  const client = useContext(Clients);
  if (!client) throw new Error('no client above');
  return client;
};

/** What the API answers to a question now, asked again every two seconds. */
export const useAnswer = <N extends ReadName>(name: N, given: Given<N>, enabled = true) => {
  const client = useClient();
  return useQuery<Answer<N>>({
    queryKey: [name, given.path, given.query],
    queryFn: ({ signal }) => client.call(name, given, signal),
    enabled,
  });
};

/** The same of one page of a list: what was there stays until the next has come. */
export const usePageAnswer = <N extends ReadName>(name: N, given: Given<N>) => {
  const client = useClient();
  return useQuery<Answer<N>>({
    queryKey: [name, given.path, given.query],
    queryFn: ({ signal }) => client.call(name, given, signal),
    placeholderData: keepPreviousData,
  });
};

/**
 * Gives a command; whatever is shown is asked for anew once it is taken, or refused because that is old.
 * @param onTaken called before that, even where the form is gone by then
 */
export const useCommand = <N extends WriteName>(name: N, onTaken?: () => void) => {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation<Answer<N>, Error, Given<N>>({
    mutationFn: (given) => client.call(name, given),
    onSuccess: () => {
      onTaken?.();
      return queries.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'version-stale') void queries.invalidateQueries();
    },
  });
};

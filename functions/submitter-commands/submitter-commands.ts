import type { PeopleCommandStore } from '#use-cases/commands/context.ts';
import { createApi } from '../_runtime/api.ts';
import { commandEndpoints } from '../_runtime/command-endpoints.ts';

export type Store = PeopleCommandStore;

/** Commands of the organization on its findings. */
export const create = (store: Store) =>
  createApi('submitter-commands', store.people, commandEndpoints('submitter-commands', store));

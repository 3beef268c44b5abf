import type { PeopleCommandStore } from '#use-cases/commands/context.ts';
import { createApi } from '../_runtime/api.ts';
import { commandEndpoints } from '../_runtime/command-endpoints.ts';

export type Store = PeopleCommandStore;

/** Commands of those who review: internal auditor, certification body. */
export const create = (store: Store) =>
  createApi('reviewer-commands', store.people, commandEndpoints('reviewer-commands', store));

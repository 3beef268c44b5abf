import type { Role } from '#domain/people/person.ts';
import { useAnswer } from '../client/use-client.tsx';

/**
 * Whether who is signed in holds one of these roles in the directory, held against the lists that the API goes by.
 * `undefined` while it is not known who that is.
 */
export const useMay = (allowed: readonly Role[]): boolean | undefined =>
  useAnswer('me', {}).data?.roles.some((role) => allowed.includes(role));

export const useIsAny = (allowed: readonly Role[]): boolean => useMay(allowed) ?? false;

import type { Suppression } from '#domain/notice/suppression.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { Mail } from '#ports/notices.ts';
import type { Suppressions } from '#ports/suppressions.ts';

export interface SuppressionStore {
  readonly suppressions: Pick<Suppressions, 'all' | 'lift'>;
  readonly mail: Pick<Mail, 'takeUpAgain'>;
}

interface Listed {
  readonly suppressions: readonly Suppression[];
}

export const listSuppressions = async ({ suppressions }: SuppressionStore): Promise<Result<Listed>> =>
  ok({ suppressions: await suppressions.all() });

/** Sends to an address again. The mail service first: where that fails, the address is still listed, to be lifted again. */
export const liftSuppression = async (store: SuppressionStore, address: string): Promise<Result<Listed>> => {
  await store.mail.takeUpAgain(address);
  return (await store.suppressions.lift(address))
    ? listSuppressions(store)
    : refuse({ code: 'not-found', message: 'Nothing was held back from this address.' });
};

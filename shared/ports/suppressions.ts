import type { Suppression } from '../domain/notice/suppression.ts';

/** Addresses that nothing is sent to. Read consistently. */
export interface Suppressions {
  get(address: string): Promise<Suppression | undefined>;
  all(): Promise<readonly Suppression[]>;
  /** The first reason stays. */
  add(suppression: Suppression): Promise<void>;
  /** `false`: it was not suppressed. */
  lift(address: string): Promise<boolean>;
}

import { resolvePolicy } from '#adapters/calendar/resolve-policy.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Config } from './config.ts';

/** The configuration with the public holidays of its policy's region, of the years about `today`. */
export const withResolvedPolicy = async (config: Config, today: string): Promise<Result<Config>> => {
  const policy = await resolvePolicy(config.policy, today);
  return policy.ok ? ok({ ...config, policy: policy.value }) : policy;
};

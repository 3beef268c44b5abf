import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { resolvePolicy } from '#adapters/calendar/resolve-policy.ts';
import { builtInNames } from '#domain/policy/built-in/index.ts';
import { ConfiguredPolicy } from '#domain/policy/configured.ts';
import { Policy } from '#domain/policy/policy.ts';
import { ok, type Result, refuse } from '#domain/result.ts';

const Configuration = z.looseObject({ policy: ConfiguredPolicy });

/** The policy of a configuration file, by its setting `policy`. */
const readPolicy = async (file: string): Promise<Result<Policy>> => {
  try {
    const parsed = Configuration.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (parsed.success) return ok(parsed.data.policy);
    return refuse(
      ...parsed.error.issues.map(({ message, path }) => ({ code: 'config-invalid', message, field: path.join('.') })),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const names = builtInNames.join(', ');
    return refuse({ code: 'config-unreadable', message: `Give ${names} or a configuration file: ${reason}.` });
  }
};

/**
 * The policy that somebody names: a built-in one, or that of a configuration file. With the public holidays of its
 * region, or of the one given instead, of the years about a date.
 */
export const givenPolicy = async (
  name: string,
  { region, about }: { readonly region?: string | undefined; readonly about: string },
): Promise<Result<Policy>> => {
  const policy = builtInNames.some((each) => each === name) ? ok(ConfiguredPolicy.parse(name)) : await readPolicy(name);
  if (!policy.ok) return policy;
  if (region === undefined) return resolvePolicy(policy.value, about);
  const checked = Policy.shape.region.safeParse(region);
  return checked.success
    ? resolvePolicy({ ...policy.value, region }, about)
    : refuse(...checked.error.issues.map(({ message }) => ({ code: 'region-invalid', message, field: '--region' })));
};

import { readFile } from 'node:fs/promises';
import { resolvePolicy } from '#adapters/calendar/resolve-policy.ts';
import { OrganizationSettings } from '#contracts/organization.ts';
import { ok, type Result, refuse } from '#domain/result.ts';

/** The organization of the sample, where no configuration says otherwise. */
export const exampleOrganization: OrganizationSettings = OrganizationSettings.parse({
  organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
});

/**
 * Reads the organization's part of the configuration file that the CDK app reads too, and looks up the public holidays of
 * its policy's region.
 * @param today civil date: the holidays of the years about it
 */
export const readOrganization = async (file: string, today: string): Promise<Result<OrganizationSettings>> => {
  try {
    const settings = OrganizationSettings.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (settings.success) {
      const policy = await resolvePolicy(settings.data.policy, today);
      return policy.ok ? ok({ ...settings.data, policy: policy.value }) : policy;
    }
    return refuse(
      ...settings.error.issues.map(({ message, path }) => ({ code: 'config-invalid', message, field: path.join('.') })),
    );
  } catch (error) {
    return refuse({ code: 'config-unreadable', message: error instanceof Error ? error.message : String(error) });
  }
};

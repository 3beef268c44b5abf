import { readFile } from 'node:fs/promises';
import { OrganizationSettings } from '#contracts/organization.ts';
import { ok, type Result, refuse } from '#domain/result.ts';

/** The organization of the sample, where no configuration says otherwise. */
export const exampleOrganization: OrganizationSettings = OrganizationSettings.parse({
  organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
});

/** Reads the organization's part of the configuration file that the CDK app reads too. */
export const readOrganization = async (file: string): Promise<Result<OrganizationSettings>> => {
  try {
    const settings = OrganizationSettings.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (settings.success) return ok(settings.data);
    return refuse(
      ...settings.error.issues.map(({ message, path }) => ({ code: 'config-invalid', message, field: path.join('.') })),
    );
  } catch (error) {
    return refuse({ code: 'config-unreadable', message: error instanceof Error ? error.message : String(error) });
  }
};

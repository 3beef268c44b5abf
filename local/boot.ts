import type { AddressInfo } from 'node:net';
import type { OrganizationSettings } from '#contracts/organization.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import { issuerAt } from './http/oidc.ts';
import { createServer } from './http/server.ts';
import { createSignIn } from './http/sign-in.ts';
import { exampleOrganization } from './organization.ts';
import { openSampleAudit } from './sample/audit.ts';
import { samplePeople } from './sample/people.ts';
import { type LocalSystem, openSystem, type SystemOptions } from './system.ts';

export interface BootOptions extends Pick<SystemOptions, 'data' | 'clock' | 'clamd' | 'onFault' | 'around' | 'table'> {
  /** 0: any free port. */
  readonly port: number;
  /** Left out: the organization of the sample, with the default policy. */
  readonly settings?: OrganizationSettings;
  /** Leaves the sample audit out. */
  readonly empty: boolean;
}

export interface Booted {
  readonly url: string;
  readonly system: LocalSystem;
  close(): Promise<void>;
}

/** Boots the system on loopback, carries on what an earlier process left, and fills an empty one with the sample. */
export const boot = async (options: BootOptions): Promise<Booted> => {
  const { data, clock, clamd, onFault, around, table, settings = exampleOrganization } = options;
  const system = await openSystem({ data, clock, clamd, onFault, around, table, settings });
  const server = createServer(system, await createSignIn(data, () => issuerAt(system.store.baseUrl)), onFault);
  await server.listen({ port: options.port, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  system.setBaseUrl(url);
  const isNew = (await system.store.people.all()).length === 0;
  for (const person of isNew ? samplePeople : []) await system.store.people.put(person);
  await system.recover();
  if (isNew && !options.empty) await openSampleAudit(url, civilDateOf(system.clock.now(), system.timeZone));
  return {
    url,
    system,
    close: async () => {
      await server.close();
      await system.close();
    },
  };
};

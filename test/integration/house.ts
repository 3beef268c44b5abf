import './quiet.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganizationSettings } from '#contracts/organization.ts';
import { type Booted, boot } from '#local/boot.ts';
import { type Client, signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { SystemOptions } from '#local/system.ts';

export type Cast = Readonly<Record<keyof typeof sample, Client>>;

export interface House extends Booted {
  readonly data: string;
  readonly people: Cast;
  /** What went wrong where no request waited for it. */
  readonly faults: readonly string[];
  /** Closes and starts again on the same folder, as after a stop. */
  reopen(clock?: string): Promise<House>;
}

export interface HouseOptions {
  readonly clock?: string | undefined;
  readonly around?: SystemOptions['around'];
  readonly data?: string | undefined;
  /** Left out: the organization of the sample, with the default policy. */
  readonly settings?: OrganizationSettings;
  /** A table that the test has open too, to look into it. */
  readonly table?: SystemOptions['table'];
}

/** Monday morning, 09:00 in Zurich: the day on which the report of every test's audit was received. */
export const start = '2026-03-09T08:00:00.000Z';

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'redress-test-'));

const signInAll = async (url: string): Promise<Cast> => {
  const signedIn = Object.entries(sample).map(async ([name, { email }]) => [name, await signInAs(url, email)] as const);
  return Object.fromEntries(await Promise.all(signedIn)) as Cast;
};

/** The local system as `npm start -- --empty --clock` boots it, in a folder of its own, with everybody signed in. */
export const openHouse = async (options: HouseOptions = {}): Promise<House> => {
  const { clock = start, around, data = await newFolder(), settings, table } = options;
  const faults: string[] = [];
  const onFault = (what: string, fault: unknown): void => {
    faults.push(`${what}: ${fault instanceof Error ? fault.message : String(fault)}`);
  };
  const booted = await boot({
    port: 0,
    data,
    clock,
    empty: true,
    onFault,
    around,
    table,
    ...(settings && { settings }),
  });
  return {
    ...booted,
    data,
    people: await signInAll(booted.url),
    faults,
    reopen: async (later = clock) => {
      await booted.close();
      return openHouse({ clock: later, around, data, ...(settings && { settings }) });
    },
    close: async () => {
      await booted.close();
      await rm(data, { recursive: true, force: true });
    },
  };
};

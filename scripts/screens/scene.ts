import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import type { FindingList, FindingView } from '#contracts/http.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { Booted } from '#local/boot.ts';
import { type Client, moveClock, signInAs } from '#local/client.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';

type Person = keyof typeof sample;

/** The system on the day that the pictures are of, as people have come to it by the public API. */
export interface Stage {
  readonly url: string;
  readonly people: Readonly<Record<Person, Client>>;
  today(): string;
  /** Goes on to a day: deadlines pass, and notices are sent. */
  until(day: string): Promise<void>;
  /** Opens an audit and issues the findings of its report. */
  audit(body: { readonly id: string; readonly [fact: string]: unknown }, report: string): Promise<void>;
  /** Uploads a report and leaves it to be confirmed; the answer is the import's id. */
  report(audit: string, file: string): Promise<string>;
  /** Gives a command on a finding by its number. */
  give(who: Person, number: string, command: string, body: object): Promise<void>;
  /** Registers files of the demo as evidence. */
  evidence(who: Person, number: string, ...files: readonly DemoFile[]): Promise<{ id: string; sha256: string }[]>;
  /** The id of a finding. */
  idOf(number: string): string;
}

const types = {
  'restore-test.csv': 'text/csv',
  'minutes.txt': 'text/plain',
  'training-rate.png': 'image/png',
} as const;
type DemoFile = keyof typeof types;

const demoFiles = join(import.meta.dirname, '../../demo/files');

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const openStage = async ({ url, system }: Booted): Promise<Stage> => {
  const clients = await Promise.all(
    Object.entries(sample).map(async ([name, { email }]) => [name, await signInAs(url, email)] as const),
  );
  const people = Object.fromEntries(clients) as Stage['people'];
  const { ismsManager } = people;
  const ids = new Map<string, string>();
  const today = (): string => civilDateOf(system.clock.now(), system.timeZone);
  const idOf = (number: string): string => {
    const id = ids.get(number);
    if (id === undefined) throw new Error(`there is no finding ${number}`);
    return id;
  };
  const read = async (audit: string, file: string) => {
    const bytes = await readFile(join(import.meta.dirname, file));
    return uploadReport(ismsManager, audit, { fileName: file, type: 'text/csv', bytes });
  };
  return {
    url,
    people,
    today,
    idOf,
    until: async (day) => {
      const left = days(today(), day);
      if (left > 0) await moveClock(url, `P${left}D`);
      await system.settled();
    },
    audit: async (body, report) => {
      await ismsManager.call('POST', '/audits', { body });
      const { id } = await read(body.id, report);
      await confirmReport(ismsManager, body.id, id, {});
      await system.settled();
      const { findings } = await ismsManager.call<z.infer<typeof FindingList>>('GET', `/findings?audit=${body.id}`);
      for (const finding of findings) ids.set(finding.number, finding.id);
    },
    report: async (audit, file) => (await read(audit, file)).id,
    give: async (who, number, command, body) => {
      const path = `/findings/${idOf(number)}`;
      const { version } = await people[who].call<FindingView>('GET', path);
      await people[who].call('POST', `${path}/${command}`, { body, version });
      await system.settled();
    },
    evidence: async (who, number, ...files) => {
      const registered = [];
      for (const fileName of files) {
        const bytes = await readFile(join(demoFiles, fileName));
        registered.push(await people[who].addEvidence(idOf(number), { fileName, type: types[fileName], bytes }));
      }
      await system.settled();
      return registered;
    },
  };
};

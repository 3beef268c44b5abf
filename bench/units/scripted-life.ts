import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, addMonths, civilDateOf } from '#domain/calendar/civil-date.ts';
import { ISO_27001 } from '#domain/requirement/requirement.ts';
import type { Client } from '#local/client.ts';
import { confirmReport, uploadReport } from '#local/import-report.ts';
import { sample, samplePeople } from '#local/sample/people.ts';
import { type Played, playLife } from '../life.ts';
import type { Call } from './meter.ts';
import type { MeteredSystem } from './metered-system.ts';
import { personAt } from './person.ts';

const report = join(import.meta.dirname, '../../local/sample/report.csv');

const audit = 'surveillance';

const openAudit = async (ismsManager: Client, today: string): Promise<void> => {
  const dates = {
    firstDay: addDays(today, -6),
    lastDay: addDays(today, -4),
    closingMeeting: addDays(today, -4),
    reportIssued: addDays(today, -1),
    reportReceived: today,
    nextAudit: addMonths(today, 11),
  };
  const team = [{ person: sample.leadAuditor.email, role: 'lead-auditor' }];
  const facts = { kind: 'surveillance', title: 'Surveillance audit', dates, team };
  await ismsManager.call('POST', '/audits', { body: { id: audit, ...facts } });
  await ismsManager.call('PUT', `/audits/${audit}`, { body: { ...facts, title: 'Surveillance' }, version: 1 });
  const file = { fileName: 'report.csv', type: 'text/csv', bytes: await readFile(report) } as const;
  const read = await uploadReport(ismsManager, audit, file);
  await confirmReport(ismsManager, audit, read.id, {});
};

/** What seldom happens to a finding, all of it to one that is closed. */
const rareCommands = async (system: MeteredSystem, { scene }: Played): Promise<void> => {
  const { ismsManager, leadAuditor, decisionMaker } = scene.cast;
  const rare: readonly (readonly [Client, string, object])[] = [
    [leadAuditor, 'reopen', { cause: 'recurrence', comment: 'It happened again.' }],
    [ismsManager, 'assign', { owner: sample.owner.email }],
    [ismsManager, 'appeal', { grounds: 'It was another process.' }],
    [decisionMaker, 'decide-appeal', { outcome: 'upheld', reason: 'It is the same process.' }],
    [leadAuditor, 'regrade', { grade: 'major', reason: 'It happened twice.' }],
  ];
  for (const [who, command, body] of rare) {
    await scene.give(who, command, body);
    await system.settled();
  }
};

/** Looks at everything once. */
const look = async (ismsManager: Client, { id, scene }: Played): Promise<void> => {
  const { finding } = await scene.view();
  const [round] = 'rounds' in finding ? finding.rounds : [];
  const parts = ['', '/events', '/notices', '/evidence', `/submissions/${round?.submission.hash}`];
  const ofFinding = parts.map((part) => `/findings/${id}${part}`);
  const lists = ['/me', '/people', '/audits', `/audits/${audit}`, '/findings'];
  for (const path of [...lists, ...ofFinding]) await ismsManager.call('GET', path);
  await ismsManager.text('/register.csv');
};

/** A finding that no report names, and a person. */
const byHand = async (system: MeteredSystem, ismsManager: Client): Promise<void> => {
  const requirements = [{ framework: ISO_27001, id: '9.2' }];
  const body = { number: 'NC-99', grade: 'minor', requirements, statement: 'Seen later.', owner: sample.owner.email };
  await ismsManager.call('POST', `/audits/${audit}/findings`, { body });
  await system.settled();
  const { email, ...person } = sample.secondOwner;
  const administrator = personAt(system, sample.administrator.email);
  await administrator.call('PUT', `/people/${encodeURIComponent(email)}`, { body: person });
};

const scheduled = { source: 'aws.scheduler' };

/** Once to know how far it came, once for nothing, and once on a day on which the finding is due for a notice. */
const schedules = async (system: MeteredSystem, { id }: Played): Promise<void> => {
  const { run, store, clock, invoke } = system;
  await run('reconcile, nothing missed', 'reconcile', scheduled);
  const day = (await store.register.head(id))?.nextNoticeOn;
  if (day === undefined) throw new Error(`no notice will come for ${id}`);
  clock.set(`${addDays(day, -1)}T12:00:00Z`);
  await invoke('deadline-sweep', scheduled);
  await run('deadline-sweep, nothing due', 'deadline-sweep', scheduled);
  clock.set(`${day}T12:00:00Z`);
  await run('deadline-sweep, a new day, one finding due', 'deadline-sweep', scheduled);
};

export interface ScriptedLife {
  readonly played: readonly Played[];
  /** All calls that the finding on the straight path took, from its first submission until it was closed. */
  readonly straight: readonly Call[];
}

/** The sample audit from its import to the end of every finding, then what seldom happens, then the schedules. */
export const live = async (system: MeteredSystem): Promise<ScriptedLife> => {
  const { store, clock, timeZone, meter, settled } = system;
  for (const person of samplePeople) await store.people.put(person);
  const today = civilDateOf(clock.now(), timeZone);
  const ismsManager = personAt(system, sample.ismsManager.email);
  await openAudit(ismsManager, today);
  await settled();

  let straight: readonly Call[] = [];
  let from = meter.calls.length;
  const signIn = async (email: string): Promise<Client> => personAt(system, email);
  const played = await playLife({ signIn, settled, today }, ({ part }) => {
    if (part === 'straight') straight = meter.calls.slice(from);
    from = meter.calls.length;
  });
  const reopened = played.find(({ part }) => part === 'returned');
  if (!reopened) throw new Error('no finding of the sample was returned');
  await rareCommands(system, reopened);
  await look(ismsManager, reopened);
  await schedules(system, reopened);
  await byHand(system, ismsManager);
  return { played, straight };
};

import type { FindingView } from '#contracts/http.ts';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import type { CommandBody } from '#domain/finding/commands.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { AtStage, Nonconformity } from '#domain/finding/state.ts';
import type { Submission } from '#domain/submission/submission.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import type { Client, File } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import type { House } from './house.ts';

type Asker = Pick<Client, 'call'>;

/** A surveillance audit, closed on Thursday, 2026-03-05; its report was received on Monday, 2026-03-09. */
export const openAudit = async (
  client: Asker,
  id: string,
  lead: string = sample.leadAuditor.email,
): Promise<string> => {
  const dates = {
    firstDay: '2026-03-02',
    lastDay: '2026-03-05',
    closingMeeting: '2026-03-05',
    reportIssued: '2026-03-06',
    reportReceived: '2026-03-09',
    nextAudit: '2027-03-01',
  };
  const team = [{ person: lead, role: 'lead-auditor' }];
  await client.call('POST', '/audits', {
    body: { id, kind: 'surveillance', title: 'Surveillance audit', dates, team },
  });
  return id;
};

export const issueBody = (number: string, change: Partial<CommandBody<'issue'>> = {}): CommandBody<'issue'> => ({
  number,
  grade: 'major',
  requirements: [{ framework: 'ISO/IEC 27001:2022', id: 'A.8.13' }],
  statement: 'Backups are written every night and were never restored to try them.',
  owner: sample.owner.email,
  ...change,
});

/** Issues a finding; the answer is its id. Everything that follows of itself has happened. */
export const issue = async (
  house: Pick<House, 'people' | 'system'>,
  audit: string,
  number: string,
  change: Partial<CommandBody<'issue'>> = {},
): Promise<string> => {
  const body = issueBody(number, change);
  const issued = await house.people.leadAuditor.call<FindingView>('POST', `/audits/${audit}/findings`, { body });
  await house.system.settled();
  return issued.finding.facts.id;
};

export const view = (client: Asker, finding: string): Promise<FindingView> =>
  client.call('GET', `/findings/${finding}`);

export const eventsOf = async (client: Asker, finding: string): Promise<readonly Sealed<FindingEvent>[]> =>
  (await client.call<{ events: Sealed<FindingEvent>[] }>('GET', `/findings/${finding}/events`)).events;

/** @throws where the finding stands at no stage */
export const atStage = ({ finding }: FindingView): AtStage => {
  if (!('stage' in finding)) throw new Error(`${finding.facts.id} is ${finding.status}, at no stage`);
  return finding;
};

/** @throws for an opportunity for improvement */
export const nonconformity = ({ finding }: FindingView): Nonconformity => {
  if (finding.grade === 'ofi') throw new Error(`${finding.facts.id} is an OFI`);
  return finding;
};

/** Gives a command with the version that is there now, and waits for everything that follows of itself. */
export const give = async (
  house: Pick<House, 'people' | 'system'>,
  who: Asker,
  finding: string,
  command: string,
  body: object,
): Promise<FindingView> => {
  const { version } = await view(house.people.ismsManager, finding);
  await who.call<FindingView>('POST', `/findings/${finding}/${command}`, { body, version });
  await house.system.settled();
  return view(house.people.ismsManager, finding);
};

export const log: File = {
  fileName: 'restore-log.txt',
  type: 'text/plain',
  bytes: new TextEncoder().encode('2026-03-09 restore of the ledger: complete\n'),
};

const todayIn = ({ system }: Pick<House, 'system'>): string => civilDateOf(system.clock.now(), system.timeZone);

/** A submission of the stage that lacks nothing, with files registered by who hands it in. */
export const completeFor = async (
  house: Pick<House, 'system'>,
  who: Client,
  finding: string,
  stage: Submission['stage'],
): Promise<Submission> => {
  if (stage === 'plan') return completeSubmission('plan');
  const evidence = [await who.addEvidence(finding, log)];
  const today = todayIn(house);
  if (stage === 'correction') return completeSubmission('correction', { correctedOn: today, evidence });
  const doneBy = sample.secondOwner.email;
  return completeSubmission('remediation', {
    actions: ['A1', 'A2'].map((label) => ({ label, doneOn: today, doneBy, evidence })),
    causes: [{ label: 'C1', removed: 'An owner is named and did two tests.', evidence }],
  });
};

/** Hands in what the stage asks for, lacking nothing. */
export const handIn = async (house: House, finding: string, who: Client = house.people.owner): Promise<FindingView> => {
  const { stage } = atStage(await view(house.people.ismsManager, finding));
  return give(house, who, finding, 'submit', await completeFor(house, who, finding, stage));
};

/** From awaiting to accepted. */
export const pass = async (house: House, finding: string): Promise<FindingView> => {
  const { internalAuditor, leadAuditor } = house.people;
  const { finding: handedIn } = await handIn(house, finding);
  if (handedIn.status === 'verifying')
    await give(house, internalAuditor, finding, 'verify', { confirmed: true, statement: 'I saw the records.' });
  return give(house, leadAuditor, finding, 'accept', { means: 'documents' });
};

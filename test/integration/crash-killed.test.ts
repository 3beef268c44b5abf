import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FindingView } from '#contracts/http.ts';
import { type Client, signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { NoticeRecord } from '#ports/notices.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { type Running, startProcess } from './crash-process.ts';
import { eventsOf, issueBody, log, openAudit, view } from './findings.ts';
import { newFolder, start } from './house.ts';
import { eicar, grantFor, post, recordOf } from './uploads.ts';

interface Executions {
  readonly executions: readonly { name: string; status: string; currentState: string }[];
}
interface Mail {
  readonly mail: readonly { to: string; reference: string }[];
}

let data: string;
let running: Running;
beforeAll(async () => {
  data = await newFolder();
  running = await startProcess(data, start);
}, 60_000);
afterAll(async () => {
  await running.kill();
  await rm(data, { recursive: true, force: true });
});

const as = (who: keyof typeof sample): Promise<Client> => signInAs(running.url, sample[who].email);
const local = async <T>(what: string): Promise<T> => (await (await fetch(`${running.url}/local/${what}`)).json()) as T;
const killAndStart = async (clock: string): Promise<void> => {
  await running.kill();
  running = await startProcess(data, clock);
};
const soon = { timeout: 15_000, interval: 50 };

it('goes on after kill -9 as if nothing had been, and makes up for the days it was gone', async () => {
  const [manager, lead, owner] = [await as('ismsManager'), await as('leadAuditor'), await as('owner')];
  const audit = await openAudit(manager, '2026-surveillance');
  const issue = async (number: string): Promise<string> => {
    const body = issueBody(number);
    return (await lead.call<FindingView>('POST', `/audits/${audit}/findings`, { body })).finding.facts.id;
  };
  const untouched = await issue('NC-02');
  const finding = await issue('NC-01');
  await owner.call('POST', `/findings/${finding}/submit`, { version: 1, body: completeSubmission('plan') });
  // The answer has arrived, so the event is committed; what follows from it has hardly begun.
  await killAndStart(start);

  const [leadAgain, ownerAgain] = [await as('leadAuditor'), await as('owner')];
  const status = async () => (await view(ownerAgain, finding)).finding.status;
  await vi.waitFor(async () => expect(await status()).toBe('in-review'), soon);
  const types = (await eventsOf(ownerAgain, finding)).map(({ type }) => type);
  expect(types).toEqual(['issued', 'submitted', 'found-complete']);
  const standing = async (): Promise<string[]> =>
    (await local<Executions>('executions')).executions
      .map(({ name, status: run, currentState }) => `${name} ${run} ${currentState}`)
      .toSorted();
  await vi.waitFor(
    async () =>
      expect(await standing()).toEqual([
        `nc-${finding}-e1 RUNNING Await review of plan`,
        `nc-${untouched}-e1 RUNNING Await plan`,
      ]),
    soon,
  );
  await leadAgain.call('POST', `/findings/${finding}/accept`, { version: 3, body: { means: 'documents' } });
  await vi.waitFor(async () => expect((await standing())[0]).toBe(`nc-${finding}-e1 RUNNING Await correction`), soon);

  // A day after the plan of the other finding was due.
  await killAndStart('2026-03-24T08:00:00.000Z');
  const { notices } = await (await as('ismsManager')).call<{ notices: NoticeRecord[] }>(
    'GET',
    `/findings/${untouched}/notices`,
  );
  const chased = notices
    .filter(({ kind, status }) => kind === 'deadline' && status === 'sent')
    .map(({ key }) => key.split('#').slice(-2).join(' '));
  const days = [-7, -3, -1, 0, 1].map((offset) => `${offset} ${sample.owner.email}`);
  expect(chased.toSorted()).toEqual([...days, `1 ${sample.ismsManager.email}`].toSorted());
  const digests = (await local<Mail>('mail')).mail.filter(({ reference }) => reference.startsWith('digest#'));
  expect(digests.map(({ to }) => to).toSorted()).toEqual([sample.ismsManager.email, sample.owner.email].toSorted());
}, 90_000);

it('checks after kill -9 the files that had arrived before', async () => {
  const clock = '2026-03-24T08:00:00.000Z';
  await running.kill();
  await rm(data, { recursive: true, force: true });
  running = await startProcess(data, clock);
  const audit = await openAudit(await as('ismsManager'), '2026-surveillance');
  const issued = await (await as('leadAuditor')).call<FindingView>('POST', `/audits/${audit}/findings`, {
    body: issueBody('NC-01'),
  });
  const finding = issued.finding.facts.id;
  const files = [log, eicar];
  const grants = await Promise.all(files.map(async (file) => grantFor(await as('owner'), finding, file)));
  await Promise.all(grants.map((grant, i) => post(grant, {}, files[i]?.bytes)));
  // The uploads were answered, so the files are there; whether anything followed from that is as it may be.
  await killAndStart(clock);
  const owner = await as('owner');
  const statuses = () => Promise.all(grants.map(async ({ id }) => (await recordOf(owner, finding, id)).status));
  await vi.waitFor(async () => expect(await statuses()).toEqual(['registered', 'quarantined']), soon);
  const mail = async () => (await local<Mail>('mail')).mail.filter(({ reference }) => reference.includes('#file#'));
  await vi.waitFor(async () => expect(await mail()).toMatchObject([{ to: sample.owner.email }]), soon);
}, 90_000);

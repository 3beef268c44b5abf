import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FindingView } from '#contracts/http.ts';
import { uploadReport } from '#local/import-report.ts';
import { sample } from '#local/sample/people.ts';
import type { LocalSystem, SystemOptions } from '#local/system.ts';
import { MailFault } from '#ports/notices.ts';
import { StoreFault } from '#ports/store.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { eventsOf, give, issue, issueBody, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { csv, row } from './reports.ts';

/** A fault that no retry mends: the machine knows no such name. */
class DamagedContent extends Error {
  override readonly name = 'DamagedContent';
}

type Store = Parameters<NonNullable<SystemOptions['around']>>[0];
type Trouble = (...given: readonly unknown[]) => Error | undefined;

/** Puts trouble before one call of a port; where there is none the call goes through. */
const troubled = <P extends keyof Store>(
  port: P,
  method: keyof Store[P],
  trouble: Trouble,
): SystemOptions['around'] => {
  const before = (real: object): object =>
    new Proxy(real, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (key !== method || typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          const fault = trouble(...given);
          if (fault) throw fault;
          return member.apply(target, given);
        };
      },
    });
  // Not a copy: the base URL is known only once the server listens.
  return (store) =>
    new Proxy(store, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        return key === port && member instanceof Object ? before(member) : member;
      },
    });
};

let house: House;
afterEach(() => house.close());

const advance = async ({ advance: move }: LocalSystem, duration: string): Promise<void> => {
  if (!move) throw new Error('the clock is not virtual');
  await move(duration);
};

const executions = ({ system }: House) =>
  system.engine.executions().map(({ name, status, error }) => ({ name, status, error }));
const mailTo = ({ system }: House, email: string) => system.mailbox.list().filter(({ to }) => to === email);
const typesOf = async (finding: string) => (await eventsOf(house.people.ismsManager, finding)).map(({ type }) => type);

const issueOne = async (): Promise<string> =>
  issue(house, await openAudit(house.people.ismsManager, '2026-surveillance'), 'NC-01');
const submitPlan = (finding: string) => give(house, house.people.owner, finding, 'submit', completeSubmission('plan'));

describe('a fault inside a task', () => {
  it('ends on the record and with the administrator, and the finding goes on once it is mended', async () => {
    let isDamaged = true;
    house = await openHouse({
      around: troubled('contents', 'get', () =>
        isDamaged ? new DamagedContent('the content does not fit its hash') : undefined,
      ),
    });
    const finding = await issueOne();
    await submitPlan(finding);

    const events = await eventsOf(house.people.ismsManager, finding);
    expect(events.map(({ type }) => type)).toEqual(['issued', 'submitted', 'fault-recorded']);
    const [, submitted, recorded] = events;
    expect(recorded).toMatchObject({
      actor: { person: 'system' },
      data: { task: 'Validate plan', error: 'DamagedContent', cause: expect.stringContaining('does not fit its hash') },
    });
    const still = { seq: 0, taken: [] };
    expect({ ...recorded?.state, ...still }).toEqual({ ...submitted?.state, ...still });
    expect(executions(house)).toEqual([{ name: `nc-${finding}-e1`, status: 'FAILED', error: 'DamagedContent' }]);
    expect(mailTo(house, sample.administrator.email)).toHaveLength(1);

    isDamaged = false;
    // The reconciler marks it at 09:00, and leaves it alone for an hour.
    await advance(house.system, 'PT1H59M');
    expect(executions(house)).toHaveLength(1);
    await advance(house.system, 'PT1M');
    expect(executions(house).map(({ name, status }) => [name, status])).toEqual([
      [`nc-${finding}-e1`, 'FAILED'],
      [`nc-${finding}-e2`, 'RUNNING'],
    ]);
    expect((await view(house.people.owner, finding)).finding.status).toBe('in-review');
    const { finding: accepted } = await give(house, house.people.leadAuditor, finding, 'accept', {
      means: 'documents',
    });
    expect(accepted).toMatchObject({ stage: 'correction', status: 'awaiting' });
    expect(await house.system.store.waits.stalled(10)).toEqual([]);
  });

  it('that stays is recorded again by each execution, and by none twice', async () => {
    house = await openHouse({ around: troubled('contents', 'get', () => new DamagedContent('gone')) });
    const finding = await issueOne();
    await submitPlan(finding);
    await advance(house.system, 'PT6H');
    const failed = executions(house);
    expect(failed.length).toBeGreaterThanOrEqual(3);
    expect(failed.length).toBeLessThanOrEqual(6);
    expect(failed.every(({ status }) => status === 'FAILED')).toBe(true);
    const faults = (await typesOf(finding)).filter((type) => type === 'fault-recorded');
    expect(faults).toHaveLength(failed.length);
    expect(mailTo(house, sample.administrator.email)).toHaveLength(failed.length);
  });

  it('that passes is retried with longer and longer waits, and is on no record', async () => {
    const seen: string[] = [];
    house = await openHouse({
      around: troubled('contents', 'get', () => {
        seen.push(house.system.clock.now());
        return seen.length <= 2 ? new StoreFault('throttled') : undefined;
      }),
    });
    const finding = await issueOne();
    const { finding: waiting } = await submitPlan(finding);
    expect(waiting.status).toBe('validating');
    await advance(house.system, 'PT1M');
    expect(seen).toEqual(['2026-03-09T08:00:00.000Z', '2026-03-09T08:00:02.000Z', '2026-03-09T08:00:06.000Z']);
    expect(await typesOf(finding)).toEqual(['issued', 'submitted', 'found-complete']);
    expect(executions(house)).toEqual([{ name: `nc-${finding}-e1`, status: 'RUNNING', error: undefined }]);
    expect(mailTo(house, sample.administrator.email)).toEqual([]);
  });
});

describe('a person who is faster than the machine', () => {
  it('is not missed: what was handed in before the wait began ends it', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    house = await openHouse({
      around: (store) => ({
        ...store,
        waits: {
          ...store.waits,
          put: async (subject, wait) => {
            await held;
            await store.waits.put(subject, wait);
          },
        },
      }),
    });
    const { leadAuditor, owner, ismsManager } = house.people;
    const audit = await openAudit(ismsManager, '2026-surveillance');
    const body = issueBody('NC-01');
    const issued = await leadAuditor.call<FindingView>('POST', `/audits/${audit}/findings`, { body });
    const finding = issued.finding.facts.id;
    await owner.call('POST', `/findings/${finding}/submit`, { version: 1, body: completeSubmission('plan') });
    // Both events have been carried on, and found no wait to end.
    await vi.waitFor(async () => expect(await house.system.store.outbox.unrelayed(10)).toEqual([]), 5000);
    expect((await view(owner, finding)).finding.status).toBe('validating');
    release();
    await house.system.settled();
    expect((await view(owner, finding)).finding.status).toBe('in-review');
  });
});

describe('a fault while a report is read', () => {
  it('refuses the import with the reason, and the same report can be imported again', async () => {
    let isDamaged = true;
    house = await openHouse({
      around: troubled('reader', 'read', () => (isDamaged ? new DamagedContent('out of memory') : undefined)),
    });
    const { ismsManager } = house.people;
    const audit = await openAudit(ismsManager, '2026-surveillance');
    const report = csv([row('NC-01'), row('NC-02')]);
    const refused = await uploadReport(ismsManager, audit, report);
    expect(refused).toMatchObject({ status: 'refused', reasons: [{ code: 'fault' }] });
    expect(JSON.stringify(refused)).toContain('Read report failed with DamagedContent');
    await house.system.settled();
    expect(executions(house)).toMatchObject([{ status: 'FAILED', error: 'DamagedContent' }]);

    isDamaged = false;
    const read = await uploadReport(ismsManager, audit, report);
    expect(read).toMatchObject({ id: refused.id, status: 'to-confirm' });
    expect(read.rowList.map(({ status }) => status)).toEqual(['ready', 'ready']);
  });
});

describe('mail that fails', () => {
  it('once is sent at the next try, and once only', async () => {
    let tries = 0;
    const trouble = () => {
      tries += 1;
      return tries === 1 ? new MailFault('the service is busy') : undefined;
    };
    house = await openHouse({ around: troubled('mail', 'send', trouble) });
    const finding = await issueOne();
    expect(tries).toBe(2);
    expect(mailTo(house, sample.owner.email)).toHaveLength(1);
    expect(await house.system.store.notices.of({ kind: 'finding', aggregate: finding })).toMatchObject([
      { to: sample.owner.email, status: 'sent' },
    ]);
    expect(house.system.bus.deadLetters()).toEqual([]);
  });

  it('for good lies with the dead letters, and nobody else goes without', async () => {
    const isOwner = (message: unknown): boolean => (message as { to: string }).to === sample.owner.email;
    const trouble = (message: unknown) => (isOwner(message) ? new MailFault('no such mailbox') : undefined);
    house = await openHouse({ around: troubled('mail', 'send', trouble) });
    const finding = await issueOne();
    const other = await issue(house, '2026-surveillance', 'NC-02', { owner: sample.secondOwner.email });
    expect(house.system.bus.deadLetters()).toMatchObject([
      { subscriber: 'send-notice', detailType: 'issued', detail: { aggregate: finding, seq: 1 } },
    ]);
    expect(house.faults.length).toBeGreaterThan(0);
    expect(mailTo(house, sample.secondOwner.email)).toHaveLength(1);
    expect(await house.system.store.notices.of({ kind: 'finding', aggregate: other })).toMatchObject([
      { status: 'sent' },
    ]);
    // Claimed and not sent: whoever takes the letter up again sends it.
    expect(await house.system.store.notices.of({ kind: 'finding', aggregate: finding })).toMatchObject([
      { status: 'claimed' },
    ]);
    // The machine does not wait for mail.
    expect((await submitPlan(finding)).finding.status).toBe('in-review');
    expect(mailTo(house, sample.leadAuditor.email)).toHaveLength(1);
  });
});

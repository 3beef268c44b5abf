import { expect } from 'vitest';
import { digest } from '#adapters/runtime/digest.ts';
import type { FindingView } from '#contracts/http.ts';
import { type Finding, stepOf } from '#domain/finding/state.ts';
import { firstBreak } from '#domain/trail/chain.ts';
import { ApiProblem } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import type { NoticeRecord } from '#ports/notices.ts';
import { eventsOf, nonconformity, view } from './findings.ts';
import type { Cast, House } from './house.ts';

export type Name = keyof Cast;

const get = async <T>(house: Pick<House, 'url'>, path: string): Promise<T> =>
  (await (await fetch(`${house.url}${path}`)).json()) as T;

export interface Execution {
  readonly name: string;
  readonly status: string;
  readonly currentState?: string;
  readonly transitions: number;
}

/** The executions of a finding in the order they were started, by the local system's own look at them. */
export const executionsOf = async (house: Pick<House, 'url'>, finding: string): Promise<readonly Execution[]> => {
  const { executions } = await get<{ executions: Execution[] }>(house, '/local/executions');
  return executions.filter(({ name }) => new RegExp(`^nc-${finding}-e\\d+$`).test(name));
};

/** The state of the machine at which a finding that waits for a person stands. */
const stateFor = (finding: Finding): string => {
  const [stage, status] = stepOf(finding).split('.');
  return (
    { awaiting: `Await ${stage}`, verifying: `Await verification of ${stage}` }[String(status)] ??
    `Await review of ${stage}`
  );
};

/**
 * One execution for each cycle: the last one waits where the finding waits, or has ended well with it; those before it
 * have ended well.
 */
export const expectMachineAt = async (house: House, finding: string): Promise<void> => {
  const stands = await view(house.people.ismsManager, finding);
  const executions = await executionsOf(house, finding);
  expect(executions).toHaveLength(nonconformity(stands).cycle);
  const ended = executions.slice(0, stands.open ? -1 : undefined);
  expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'SUCCEEDED'));
  if (stands.open)
    expect(executions.at(-1)).toMatchObject({ status: 'RUNNING', currentState: stateFor(stands.finding) });
};

/**
 * Everything that is on record fits: the chain of every finding, its last event and what is shown, and where its machine
 * stands. Answers how many findings there are.
 */
export const expectAllWhole = async (house: House): Promise<number> => {
  const { ismsManager } = house.people;
  const { findings } = await ismsManager.call<{ findings: { id: string; grade: string }[] }>('GET', '/findings');
  for (const { id, grade } of findings) {
    const events = await eventsOf(ismsManager, id);
    expect([id, firstBreak(events, digest)]).toEqual([id, undefined]);
    expect(events.at(-1)?.state).toEqual((await view(ismsManager, id)).finding);
    if (grade !== 'ofi') await expectMachineAt(house, id);
  }
  return findings.length;
};

const nameOf = (address: string): string =>
  Object.entries(sample).find(([, person]) => person.email === address)?.[0] ?? address;

export interface Mailed {
  /** What makes it this notice and no other, with the address it went to. */
  readonly reference: string;
  readonly to: string;
  /** What happened, or what is due when. */
  readonly what: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** All mail on a finding, oldest first, as it lies in the mailbox. */
export const mailOn = async (house: Pick<House, 'url'>, finding: string): Promise<readonly Mailed[]> => {
  const { mail } = await get<{ mail: { reference: string; to: string; subject: string; at: string }[] }>(
    house,
    '/local/mail',
  );
  return mail
    .filter(({ reference }) => reference.startsWith(`finding#${finding}#`))
    .map(({ reference, to, subject, at }) => ({
      reference,
      to: nameOf(to),
      what: subject.replace(/^[^:]*: (.*) \(.*$/, '$1'),
      at,
    }))
    .reverse();
};

/** The notices on record of a finding, oldest first; `to` by the names of the sample. */
export const noticesOn = async (house: House, finding: string) => {
  const { notices } = await house.people.ismsManager.call<{ notices: NoticeRecord[] }>(
    'GET',
    `/findings/${finding}/notices`,
  );
  return notices.map((notice) => ({ ...notice, to: nameOf(notice.to) }));
};

interface Digest {
  readonly to: string;
  readonly at: string;
  readonly subject: string;
  readonly text: string;
}

/** All digests of deadlines in the mailbox, oldest first; `to` by the names of the sample. */
export const digestsIn = async ({ system }: Pick<House, 'system'>): Promise<readonly Digest[]> =>
  system.mailbox
    .list()
    .filter(({ reference }) => reference.startsWith('digest#'))
    .map(({ id, to, at, subject }) => ({ to: nameOf(to), at, subject, text: system.mailbox.get(id)?.text ?? '' }))
    .reverse();

/** Reads what was mailed on a finding since the last reading: `returned: owner`. */
export const mailReader = (house: Pick<House, 'url'>, finding: string) => {
  let read = 0;
  return async (): Promise<string[]> => {
    const mail = await mailOn(house, finding);
    const fresh = mail.slice(read).map(({ what, to }) => `${what}: ${to}`);
    read = mail.length;
    return fresh.sort();
  };
};

/** What people may do with a nonconformity that nothing lies over; `owner` stands for action owners too. */
export const offers = {
  awaiting: {
    owner: 'submit requestExtension appeal',
    ismsManager: 'assign submit requestExtension appeal',
    leadAuditor: 'regrade withdraw',
  },
  verifying: {
    owner: 'appeal',
    ismsManager: 'assign appeal',
    internalAuditor: 'verify',
    leadAuditor: 'regrade withdraw',
  },
  review: {
    owner: 'appeal',
    ismsManager: 'assign accept return appeal',
    leadAuditor: 'accept return regrade withdraw',
  },
};

/** What each person is offered to do now; who is offered nothing is left out. */
export const offeredOn = async (house: House, finding: string): Promise<Record<string, string>> => {
  const offers = Object.entries(house.people).map(async ([name, client]) => {
    const { actions } = await view(client, finding).catch((error: unknown): Pick<FindingView, 'actions'> => {
      if (error instanceof ApiProblem && error.status === 404) return { actions: [] };
      throw error;
    });
    return [name, actions.join(' ')] as const;
  });
  return Object.fromEntries((await Promise.all(offers)).filter(([, actions]) => actions !== ''));
};

/** Status and code of the answer to what is to be refused. */
export const refusalOf = async (call: Promise<unknown>): Promise<{ status: number; code: string }> => {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`no problem was answered but ${String(thrown)}`);
  return { status: thrown.status, code: thrown.code };
};

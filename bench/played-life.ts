import { join } from 'node:path';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import { moveClock, signInAs } from '#local/client.ts';
import { executionName } from '#use-cases/workflow/drive.ts';
import type { Figure } from './figure.ts';
import { type Played, playLife } from './life.ts';
import { startLocal } from './local-process.ts';

/** State transitions that an execution may take on the straight path: each one is paid for. */
const mostTransitions = 24;
/** Resident bytes that the local system may have. */
const mostResident = 400_000_000;

interface Execution {
  readonly name: string;
  readonly status: string;
  readonly transitions: number;
}

interface Life {
  readonly played: readonly Played[];
  readonly executions: readonly Execution[];
  readonly residentAfterBoot: number;
  readonly residentAfterLife: number;
  readonly residentAfterWeek: number;
}

const live = async (folder: string): Promise<Life> => {
  const clock = new Date().toISOString();
  const system = await startLocal(join(folder, 'life'), clock);
  const { url } = system;
  try {
    const residentAfterBoot = await system.resident();
    const played = await playLife({
      signIn: (email) => signInAs(url, email),
      // A clock that is moved on by nothing answers once all is carried on.
      settled: () => moveClock(url, 'PT0S'),
      today: civilDateOf(clock, 'Europe/Zurich'),
    });
    const residentAfterLife = await system.resident();
    const { executions } = (await (await fetch(`${url}/local/executions`)).json()) as { executions: Execution[] };
    // What runs every hour runs now, 168 times over.
    await moveClock(url, 'P7D');
    return { played, executions, residentAfterBoot, residentAfterLife, residentAfterWeek: await system.resident() };
  } finally {
    await system.stop();
  }
};

const transitions = ({ played, executions }: Life): Figure => {
  const counted = played.flatMap(({ id, number, part }) => {
    const execution = executions.find(({ name }) => name === executionName(id, 1));
    return execution ? [{ number, part, status: execution.status, transitions: execution.transitions }] : [];
  });
  const straight = counted.filter(({ part }) => part === 'straight');
  const tooMany = straight.filter((each) => each.transitions > mostTransitions || each.status !== 'SUCCEEDED');
  return {
    name: 'stateTransitions',
    title: 'State transitions',
    explanation: [
      'Of each execution of the machine `nonconformity` on the local system, from issue to its end.',
      `The straight path may take ${mostTransitions}.`,
    ],
    columns: ['finding', 'part', 'transitions', 'status', 'limit'],
    rows: counted.map((each) => [
      each.number,
      each.part,
      each.transitions,
      each.status,
      each.part === 'straight' ? `<= ${mostTransitions}` : '',
    ]),
    data: { limit: mostTransitions, executions: counted },
    breaches: [
      ...(straight.length === 0 ? ['No finding took the straight path.'] : []),
      ...tooMany.map((each) => `${each.number} took ${each.transitions} transitions and is ${each.status}.`),
    ],
  };
};

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

const memory = ({ residentAfterBoot, residentAfterLife, residentAfterWeek }: Life): Figure => {
  const most = Math.max(residentAfterBoot, residentAfterLife, residentAfterWeek);
  const limit = `<= ${megabytes(mostResident)}`;
  return {
    name: 'residentMemory',
    title: 'Resident memory',
    explanation: [
      'Of the process of the local system: after it has booted, after the sample audit has been played to its end, and after',
      'a week on the virtual clock with all its hourly runs.',
    ],
    columns: ['after', 'MB', 'limit'],
    rows: [
      ['boot', megabytes(residentAfterBoot), limit],
      ['life', megabytes(residentAfterLife), limit],
      ['week', megabytes(residentAfterWeek), limit],
    ],
    data: {
      limitBytes: mostResident,
      afterBootBytes: residentAfterBoot,
      afterLifeBytes: residentAfterLife,
      afterWeekBytes: residentAfterWeek,
    },
    breaches: most > mostResident ? [`The local system has ${megabytes(most)} MB resident.`] : [],
  };
};

/** Boots the local system, plays the sample audit by the public HTTP API, and reads off what that took. */
export const playedLife = async (folder: string): Promise<readonly Figure[]> => {
  const life = await live(folder);
  return [transitions(life), memory(life)];
};

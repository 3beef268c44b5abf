import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createTrial, invokeTask, machineOf, tokenTask } from './trial.fixture.ts';

const typesOf = (trial: ReturnType<typeof createTrial>): string[] =>
  trial
    .engine()
    .history('run')
    .map(({ type }) => type);

describe('killed after every single transaction', () => {
  const each = {
    Type: 'Map',
    Items: [1, 2],
    MaxConcurrency: 1,
    ItemProcessor: { StartAt: 'Look', States: { Look: invokeTask('look', { End: true }) } },
    Assign: { looked: '{% $states.result %}' },
    Next: 'Fork',
  };
  const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', Output: name, End: true } } });
  const start = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution',
    Arguments: { StateMachineArn: 'audit-intake', Name: '{% $states.context.Execution.Name & "-e2" %}', Input: {} },
    Next: 'Limited',
  };
  const machine = machineOf(
    {
      First: { Type: 'Pass', Assign: { kept: 'yes' }, Next: 'Which' },
      Which: { Type: 'Choice', Choices: [{ Condition: '{% $kept = "yes" %}', Next: 'Flaky' }], Default: 'Stop' },
      Stop: { Type: 'Fail' },
      Flaky: invokeTask('flaky', { Retry: [{ ErrorEquals: ['Busy'] }], Next: 'Pause' }),
      Pause: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
      Ask: tokenTask('ask', { TimeoutSeconds: 600, Next: 'Each' }),
      Each: each,
      Fork: { Type: 'Parallel', Branches: [branch('Left'), branch('Right')], Next: 'Start' },
      Start: start,
      Limited: tokenTask('silent', {
        TimeoutSeconds: 30,
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Done' }],
        End: true,
      }),
      Done: { Type: 'Succeed', Output: { looked: '{% $looked %}', error: '{% $states.input.Error %}' } },
    },
    { TimeoutSeconds: 3600 },
  );

  const play = async (commits: number) => {
    const trial = createTrial(machine, {
      flaky: () => {
        if (trial.clock.now() < '2026-03-09T08:00:01') throw Object.assign(new Error('busy'), { name: 'Busy' });
        return 'calm';
      },
      ask: ({ token }: { token: string }) => trial.engine().resume(token, 'at once'),
      look: (item: number) => item * 10,
      silent: () => null,
    });
    const killed = trial.killAfter(commits);
    await trial.engine().start('nonconformity', 'run', {});
    await trial.engine().settled();
    for (let round = 0; round < 8; round += 1) {
      if (killed() && round < 7) await trial.restart();
      await trial.engine().settled();
      await trial.advance(30);
    }
    const history = typesOf(trial);
    return {
      killed: killed(),
      run: trial.execution(),
      child: trial.execution('run-e2'),
      history,
      faults: trial.faults,
    };
  };

  it('comes to the same end as when it is left alone', async () => {
    const expected = await play(Number.POSITIVE_INFINITY);
    expect(expected.run).toMatchObject({
      status: 'SUCCEEDED',
      output: { looked: [10, 20], error: 'States.Timeout' },
      transitions: 15,
    });
    expect(expected.child.status).toBe('SUCCEEDED');
    let commits = 1;
    for (; ; commits += 1) {
      const { killed, run, child, history, faults } = await play(commits);
      if (!killed) break;
      expect({ commits, ...run, endedAt: undefined }).toEqual({ commits, ...expected.run, endedAt: undefined });
      expect([child.status, faults]).toEqual(['SUCCEEDED', []]);
      expect(history.filter((type) => type !== 'TaskSubmitted')).toEqual(
        expected.history.filter((type) => type !== 'TaskSubmitted'),
      );
    }
    expect(commits).toBeGreaterThan(30);
  }, 60_000);
});

describe('kill -9', () => {
  it('loses nothing of a process that is killed while it calls a function', async () => {
    const machine = machineOf({ Look: invokeTask('look', { Next: 'Done' }), Done: { Type: 'Succeed' } });
    const trial = createTrial(machine, { look: () => 'after' });
    trial.engine().close();
    trial.database().close();
    const program = `
      import { DatabaseSync } from 'node:sqlite';
      import { createEngine } from ${JSON.stringify(new URL('./engine.ts', import.meta.url).href)};
      const machine = ${JSON.stringify(machine)};
      const engine = createEngine({
        database: new DatabaseSync(${JSON.stringify(trial.file)}),
        clock: { now: () => new Date().toISOString() },
        machines: { nonconformity: machine, 'audit-intake': machine },
        invoke: () => { process.stdout.write('called'); return new Promise(() => setInterval(() => {}, 1000)); },
      });
      await engine.start('nonconformity', 'run', { id: 'nc-1' });`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: new URL('../..', import.meta.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await trial.restart();
    await trial.engine().settled();
    expect(trial.execution()).toMatchObject({
      status: 'SUCCEEDED',
      output: 'after',
      input: { id: 'nc-1' },
      transitions: 2,
    });
    expect(new DatabaseSync(trial.file).prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  });
});

import { expect, it } from 'vitest';
import { createTrial, machineOf, tokenTask, until } from './trial.fixture.ts';

const machine = machineOf({
  Ask: tokenTask('ask', {
    Catch: [{ ErrorEquals: ['Refused'], Next: 'Refused' }],
    Output: { said: '{% $states.result %}' },
    Next: 'Done',
  }),
  Refused: { Type: 'Pass', Output: '{% $states.input.Cause %}', End: true },
  Done: { Type: 'Succeed' },
});
const tokenOf = (trial: { tokens(): string[] }): string => trial.tokens()[0] ?? '';

it('waits for the token, goes on with what it is resumed with, once', async () => {
  const trial = createTrial(machine, { ask: () => 'ignored' });
  expect(await trial.run()).toMatchObject({ status: 'RUNNING', currentState: 'Ask' });
  expect(await trial.engine().resume(tokenOf(trial), { accepted: true })).toBe('resumed');
  expect(await trial.engine().resume(tokenOf(trial), { accepted: false })).toBe('dead-token');
  await trial.engine().settled();
  expect(trial.execution()).toMatchObject({
    status: 'SUCCEEDED',
    output: { said: { accepted: true } },
    transitions: 2,
  });
  expect(await trial.engine().resume(tokenOf(trial), {})).toBe('dead-token');
});

it('fails the wait by its token', async () => {
  const trial = createTrial(machine, { ask: () => null });
  await trial.run();
  expect(await trial.engine().fail(tokenOf(trial), 'Refused', 'not now')).toBe('resumed');
  await trial.engine().settled();
  expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: 'not now' });
  expect(await trial.engine().fail(tokenOf(trial), 'Refused', '')).toBe('dead-token');
});

it('gives every wait a token of its own that nobody can guess', async () => {
  const trial = createTrial(machine, { ask: () => null });
  for (const name of ['a', 'b', 'c']) await trial.run({}, name);
  const tokens = trial.tokens();
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await trial.engine().resume('guessed', {})).toBe('dead-token');
});

it('can be resumed by the function itself, before it returns or fails', async () => {
  for (const then of [
    () => 'done',
    () => {
      throw new Error('after the fact');
    },
  ]) {
    const trial = createTrial(machine, {
      ask: async ({ token }: { token: string }) => {
        await trial.engine().resume(token, 'at once');
        return then();
      },
    });
    expect(await trial.run()).toMatchObject({ status: 'SUCCEEDED', output: { said: 'at once' } });
  }
});

it('fails as the function fails that was to hand the token on', async () => {
  const trial = createTrial(machine, {
    ask: () => {
      throw new Error('no mail');
    },
  });
  expect(await trial.run()).toMatchObject({ status: 'FAILED', error: 'Error' });
  expect(await trial.engine().resume(tokenOf(trial), {})).toBe('dead-token');
});

it('has the resumption kept before it answers', async () => {
  const trial = createTrial(machine, { ask: () => null });
  await trial.run();
  const resumed = trial.engine().resume(tokenOf(trial), 'kept');
  trial.engine().close();
  expect(await resumed).toBe('resumed');
  expect(trial.execution().status).toBe('RUNNING');
  await trial.restart();
  await trial.engine().settled();
  expect(trial.execution()).toMatchObject({ status: 'SUCCEEDED', output: { said: 'kept' } });
  await until(() => trial.calls.length === 1);
});

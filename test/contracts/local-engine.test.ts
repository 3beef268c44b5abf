import { DatabaseSync } from 'node:sqlite';
import { afterAll, vi } from 'vitest';
import { createVirtualClock } from '#adapters/local/virtual-clock.ts';
import { createEngine } from '#local/engine/engine.ts';
import { workflowsContract } from './workflows.contract.ts';

const waiting = {
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: {
    Wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'await-step',
        Payload: { name: '{% $states.context.Execution.Name %}', token: '{% $states.context.Task.Token %}' },
      },
      End: true,
    },
  },
};

const tokens = new Map<string, string>();
const engine = createEngine({
  database: new DatabaseSync(':memory:'),
  clock: createVirtualClock('2026-03-09T08:00:00Z'),
  machines: { nonconformity: waiting, 'audit-intake': waiting },
  invoke: async (_function, payload) => {
    const { name, token } = payload as { name: string; token: string };
    tokens.set(name, token);
    return null;
  },
});
afterAll(() => engine.close());

workflowsContract('local engine', async () => ({
  workflows: engine,
  machine: 'nonconformity',
  tokenOf: (name) =>
    vi.waitFor(() => {
      const token = tokens.get(name);
      if (token === undefined) throw new Error(`${name} does not wait`);
      return token;
    }),
}));

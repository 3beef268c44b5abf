import { describe, expect, it, type TestContext } from 'vitest';
import { type MachineName, WorkflowFault, type Workflows } from '#ports/workflows.ts';
import { newId } from './samples.ts';

/** A service that runs, as `machine`, one task that waits under a token and then ends with what ended the wait. */
export interface Running {
  readonly workflows: Workflows;
  readonly machine: MachineName;
  /** The token under which the execution with this name waits, once it does. */
  readonly tokenOf: (name: string) => Promise<string>;
  /** Why no execution can be run here. */
  readonly runsNothing?: string;
  /** Why names are not looked at here. */
  readonly takesAnyName?: string;
}

export const workflowsContract = (name: string, makeAdapter: () => Promise<Running>): void => {
  describe(`workflows: ${name}`, { timeout: 60_000 }, () => {
    const running = async (context: TestContext): Promise<Running & { execution: string }> => {
      const adapter = await makeAdapter();
      if (adapter.runsNothing !== undefined) context.skip(adapter.runsNothing);
      return { ...adapter, execution: `nc-${newId()}-e1` };
    };
    const ended = ({ workflows, machine, execution }: Running & { execution: string }) =>
      expect
        .poll(async () => (await workflows.describe(machine, execution))?.status, { timeout: 20_000 })
        .toBe('SUCCEEDED');

    it('knows nothing of an execution that nobody started', async (context) => {
      const { workflows, machine, execution } = await running(context);
      expect(await workflows.describe(machine, execution)).toBeUndefined();
    });

    it('starts an execution that waits until it is resumed, once', async (context) => {
      const at = await running(context);
      const { workflows, machine, execution } = at;
      expect(await workflows.start(machine, execution, { execution })).toBe('started');
      const token = await at.tokenOf(execution);
      expect(await workflows.describe(machine, execution)).toEqual({ name: execution, machine, status: 'RUNNING' });
      expect(await workflows.resume(token, { step: 'plan.validating' })).toBe('resumed');
      await ended(at);
      expect(await workflows.resume(token, { step: 'plan.validating' })).toBe('dead-token');
    });

    it('starts nothing twice under one name', async (context) => {
      const at = await running(context);
      const { workflows, machine, execution } = at;
      await workflows.start(machine, execution, { execution });
      const token = await at.tokenOf(execution);
      expect(await workflows.start(machine, execution, { execution, again: true })).toBe('already-exists');
      expect(['started', 'already-exists']).toContain(await workflows.start(machine, execution, { execution }));
      await workflows.resume(token, {});
      await ended(at);
      expect(await workflows.start(machine, execution, { execution })).toBe('already-exists');
      expect((await workflows.describe(machine, execution))?.status).toBe('SUCCEEDED');
    });

    it('takes a token that it never gave for a dead one', async (context) => {
      const { workflows } = await running(context);
      expect(await workflows.resume(newId().repeat(8), {})).toBe('dead-token');
    });

    it('throws WorkflowFault for a name that no execution can have', async (context) => {
      const { workflows, machine, takesAnyName } = await running(context);
      if (takesAnyName !== undefined) context.skip(takesAnyName);
      await expect(workflows.start(machine, 'no/name', {})).rejects.toBeInstanceOf(WorkflowFault);
    });
  });
};

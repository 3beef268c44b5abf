import type { Engine } from './engine/engine.ts';

const badly: readonly string[] = ['FAILED', 'TIMED_OUT', 'ABORTED'];

/**
 * Executions of findings that ended badly, as EventBridge tells the reconciler of them on AWS: each call answers those
 * that no call before it has. After a restart all come again, which the reconciler must stand anyhow.
 */
export const watchExecutions = ({ executions }: Pick<Engine, 'executions'>) => {
  const told = new Set<string>();
  return () =>
    executions()
      .filter(({ machine, status, name }) => machine === 'nonconformity' && badly.includes(status) && !told.has(name))
      .map(({ name, status }) => {
        told.add(name);
        return {
          source: 'aws.states',
          'detail-type': 'Step Functions Execution Status Change',
          detail: { name, status },
        };
      });
};

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MachineName } from '#ports/workflows.ts';
import type { Executions } from './executions.ts';
import type { AslDefinition } from './language.ts';
import { loadMachine, type Machine } from './machine.ts';

/**
 * An execution keeps the definition it was started with, as in Step Functions: a machine that was changed since runs
 * for new executions alone.
 */
export interface Definitions {
  isMachine(name: string): boolean;
  /** The hash of the machine's present definition, which is kept from now on. */
  keep(name: string): string;
  of(hash: string): Machine;
}

/** @throws {UnsupportedDefinition} when one of the machines uses what the engine does not run. */
export const createDefinitions = (
  machines: Readonly<Record<MachineName, AslDefinition>>,
  executions: Executions,
): Definitions => {
  const loaded = new Map<string, Machine>();
  const present = new Map<string, { hash: string; body: string }>();
  for (const [name, definition] of Object.entries(machines)) {
    const body = JSON.stringify(definition);
    const hash = createHash('sha256').update(body).digest('hex');
    loaded.set(hash, loadMachine(definition));
    present.set(name, { hash, body });
  }
  return {
    isMachine: (name) => present.has(name),
    keep: (name) => {
      const definition = present.get(name);
      if (definition === undefined) throw new Error(`no machine '${name}'`);
      executions.keepDefinition(definition.hash, definition.body);
      return definition.hash;
    },
    of: (hash) => {
      const known = loaded.get(hash);
      if (known !== undefined) return known;
      const machine = loadMachine(z.record(z.string(), z.unknown()).parse(executions.definition(hash)));
      loaded.set(hash, machine);
      return machine;
    },
  };
};

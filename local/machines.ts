import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AslDefinition } from '#local/engine/language.ts';
import type { MachineName } from '#ports/workflows.ts';

const machineFile = (name: MachineName) => join(import.meta.dirname, `../workflows/${name}/${name}.asl.json`);

/** The generated definition of a machine. */
export const readMachine = async (name: MachineName): Promise<AslDefinition> =>
  JSON.parse(await readFile(machineFile(name), 'utf8'));

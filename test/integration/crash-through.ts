import './quiet.ts';
import { copyFileSync, existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleOrganization } from '#local/organization.ts';
import { type LocalSystem, openSystem } from '#local/system.ts';
import { createLife, finding, type Step, standing } from './crash-life.ts';
import { createMortal, type Mortal, type Point } from './crash-points.ts';
import type { openTables, Table } from './crash-table.ts';
import { newFolder, start } from './house.ts';

const openOn = (table: Table, data: string, faults: string[], mortal?: Mortal): Promise<LocalSystem> =>
  openSystem({
    data,
    table,
    clock: start,
    settings: exampleOrganization,
    onFault: (what, fault) => faults.push(`${what}: ${String(fault)}`),
    around: mortal?.around,
  });

/** What a kill leaves of the database: its file and its log, as they are in this moment. */
const leave = (from: string, to: string): void => {
  for (const name of ['local.sqlite', 'local.sqlite-wal'])
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
};

/** Files outlive the processes that use them, as S3 does. */
const shareFiles = async (one: string, other: string): Promise<void> => {
  for (const name of ['intake', 'vault']) {
    await mkdir(join(one, name));
    await symlink(join(one, name), join(other, name));
  }
};

/** A life without a kill; or killed at the point, taken over by a new process, and gone on with. */
export const liveThrough = async (
  tables: Awaited<ReturnType<typeof openTables>>,
  steps: readonly Step[],
  point?: Point,
) => {
  const table = await tables.newTable();
  const [before, after] = [await newFolder(), await newFolder()];
  await shareFiles(before, after);
  const faults: string[] = [];
  const life = createLife(steps);
  const mortal = createMortal(point, () => leave(before, after));
  const first = await openOn(table, before, faults, mortal);
  const whole = first.recover().then(() => life.live(first, mortal.isDead));
  let last = first;
  if (point) {
    await Promise.race([mortal.died, whole]);
    if (!mortal.isDead()) throw new Error('the point was never reached');
    await mortal.died;
    first.engine.close();
    last = await openOn(table, after, faults);
    await last.recover();
    await life.live(last);
  } else {
    await whole;
  }
  const end = await standing(last);
  const wait = await last.store.waits.get({ kind: 'finding', finding });
  const answered = wait && (await last.engine.resume(wait.token, { step: 'withdrawn' }));
  await last.close();
  await Promise.all([before, after].map((folder) => rm(folder, { recursive: true, force: true })));
  return { end, faults, answered, calls: mortal.calls };
};

export const nameOf = ({ when, call, nth }: Point): string => `${when} ${call} (${nth})`;

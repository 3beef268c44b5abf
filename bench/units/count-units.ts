import { join } from 'node:path';
import { sample as people } from '#local/sample/people.ts';
import type { Figure } from '../figure.ts';
import type { FindingSample } from '../warm-call.ts';
import { type MeteredSystem, openMetered } from './metered-system.ts';
import { live } from './scripted-life.ts';
import { unitsPerOperation } from './units-per-operation.ts';

const sampleOf = async ({ findings, audits }: MeteredSystem['store'], id: string): Promise<FindingSample> => {
  const finding = await findings.latest(id);
  const audit = finding && (await audits.latest(finding.state.facts.audit));
  if (!finding || !audit) throw new RangeError(`${id} is not on its trail`);
  const { email, name, roles } = people.ismsManager;
  return { finding, audit, person: { email, name, roles: [...roles] } };
};

/** Plays a life on a metered table. The sample is the finding of the straight path, as it stands once it is closed. */
export const countUnits = async (
  folder: string,
): Promise<{ readonly units: Figure; readonly sample: FindingSample }> => {
  const system = await openMetered(join(folder, 'units'), '2026-03-09T12:00:00Z');
  try {
    const { played, straight } = await live(system);
    const closed = played.find(({ part }) => part === 'straight');
    if (!closed) throw new RangeError('no finding of the sample took the straight path');
    const units = unitsPerOperation(system.meter.calls, straight);
    return { units, sample: await sampleOf(system.store, closed.id) };
  } finally {
    await system.close();
  }
};

import type { Finding } from '#domain/finding/state.ts';
import type { Bus } from '#ports/bus.ts';
import type { Register } from '#ports/register.ts';
import type { EventRef } from '#ports/trail.ts';
import { followAudit, followRevised } from '../audits/follow-audit.ts';
import type { CommandStore } from '../commands/context.ts';
import { toldOfAudit, toldOfFinding } from '../webhooks/told.ts';
import { type DriveStore, driveAudit, driveFinding } from './drive.ts';
import { type HeadStore, raiseHead } from './raise-head.ts';

export interface RelayStore extends CommandStore, DriveStore, HeadStore {
  readonly register: Pick<Register, 'head' | 'raise' | 'raiseAudit' | 'findings'>;
  readonly bus: Bus;
}

/** An audit that was revised while this finding was issued did not find it in the register. */
const catchUp = async (store: RelayStore, finding: Finding): Promise<void> => {
  const audit = (await store.audits.latest(finding.facts.audit))?.state;
  if (audit) await followAudit(store, finding, audit);
};

const relayFinding = async (store: RelayStore, ref: EventRef): Promise<void> => {
  const [event, latest] = await Promise.all([
    store.findings.at(ref.aggregate, ref.seq),
    store.findings.latest(ref.aggregate),
  ]);
  if (!event || !latest) throw new RangeError(`event ${ref.seq} of ${ref.aggregate} is not on the trail`);
  const { type } = event;
  await raiseHead(store, latest);
  if (type === 'issued') await catchUp(store, latest.state);
  // A machine that has just failed is left alone: the reconciler starts it again later, so that a fault that stays does
  // not go round and round.
  if (type !== 'fault-recorded') await driveFinding(store, latest.state);
  await store.bus.publish([{ detailType: type, detail: toldOfFinding(event) }]);
  await store.findings.relayed(ref.aggregate, ref.seq);
};

const relayAudit = async (store: RelayStore, ref: EventRef): Promise<void> => {
  const [event, latest] = await Promise.all([
    store.audits.at(ref.aggregate, ref.seq),
    store.audits.latest(ref.aggregate),
  ]);
  if (!event || !latest) throw new RangeError(`event ${ref.seq} of ${ref.aggregate} is not on the trail`);
  const { type } = event;
  const { id, seq, facts } = latest.state;
  const head = { id, seq, kind: facts.kind, title: facts.title, firstDay: facts.dates.firstDay };
  await store.register.raiseAudit(head);
  await driveAudit(store, event);
  if (type === 'audit-revised') await followRevised(store, latest.state);
  await store.bus.publish([{ detailType: type, detail: toldOfAudit(event) }]);
  await store.audits.relayed(ref.aggregate, ref.seq);
};

/**
 * Carries one committed event on: register, workflow, findings that follow their audit, bus, and last out of the outbox.
 * Each step may run again, so a relay that dies half way is simply run once more, by the stream or by the reconciler.
 */
export const relay = (store: RelayStore, { kind, aggregate, seq }: EventRef): Promise<void> =>
  kind === 'finding' ? relayFinding(store, { kind, aggregate, seq }) : relayAudit(store, { kind, aggregate, seq });

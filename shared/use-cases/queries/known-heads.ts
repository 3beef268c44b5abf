import type { AuditHead, FindingHead, Register } from '#ports/register.ts';

export interface Heads {
  readonly findings: readonly FindingHead[];
  readonly audits: ReadonlyMap<string, AuditHead>;
}

/**
 * The heads of all findings and audits, kept in memory from one question to the next: each time no more is read than what
 * has been raised since. It holds each head once, and never forgets one, as none is ever deleted.
 */
export interface KnownHeads {
  /** As they are now; eventually consistent. */
  latest(): Promise<Heads>;
}

const raise = <T extends { readonly id: string; readonly seq: number }>(known: Map<string, T>, heads: readonly T[]) => {
  for (const head of heads) {
    // An answer may bring heads again, and one that is older than what another index told.
    if ((known.get(head.id)?.seq ?? -1) < head.seq) known.set(head.id, head);
  }
};

export const createKnownHeads = (register: Pick<Register, 'raised'>): KnownHeads => {
  const findings = new Map<string, FindingHead>();
  const audits = new Map<string, AuditHead>();
  let mark: string | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Heads> | undefined;

  const read = async (): Promise<Heads> => {
    next = undefined;
    const raised = await register.raised(mark);
    raise(findings, raised.findings);
    raise(audits, raised.audits);
    mark = raised.mark;
    return { findings: [...findings.values()], audits };
  };

  return {
    latest: () => {
      if (next === undefined) {
        // One reads at a time. Who asks meanwhile shares the one that begins after: what they know of is in it.
        next = running.then(read, read);
        running = next;
      }
      return next;
    },
  };
};

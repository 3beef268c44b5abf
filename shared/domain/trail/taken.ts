// Apart from the schema: what folds events is carried by the offline verifier, and zod is not.
import type { TakenCommand } from './taken-command.ts';

/**
 * How many commands a finding or an audit remembers, so that a repeated one gets its first answer. A repeat comes within
 * seconds or hours; a finding takes some twenty commands in its whole life.
 */
const kept = 40;

interface Numbered {
  readonly seq: number;
  readonly command: Omit<TakenCommand, 'seq'>;
}

/** The commands taken, newest last, with that of an event added. */
export const alsoTaken = (taken: readonly TakenCommand[], { command, seq }: Numbered): TakenCommand[] =>
  [...taken, { id: command.id, fingerprint: command.fingerprint, seq }].slice(-kept);

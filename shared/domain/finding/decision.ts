import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { stages } from './stage.ts';
import type { Finding } from './state.ts';
import { decisionWays } from './way.ts';

/** What stands behind a transcribed decision: who took it, when, and the body's document with its SHA-256. */
export const Transcribed = z.strictObject({
  decidedBy: z.string().trim().min(1).max(120),
  decidedOn: CivilDate,
  /** Evidence id of the certification body's document. */
  document: z.string().min(8).max(64),
  fileName: z.string(),
  sha256: z.string(),
});
export type Transcribed = z.infer<typeof Transcribed>;

/** A decision of the certification body on a submission, as lists show it. */
export const Decision = z.strictObject({
  stage: z.enum(stages),
  outcome: z.enum(['accepted', 'returned']),
  /** The day it came into the record; of a transcribed one the day that the body's document gives. */
  on: CivilDate,
  /** Who decided: an address, or of a transcribed one the name that the body's document gives. */
  by: z.string(),
  via: z.enum(decisionWays),
  transcribedBy: z.string().optional(),
});
export type Decision = z.infer<typeof Decision>;

/** The newest decision of the certification body on a nonconformity, if there is one. */
export const decisionOf = (finding: Finding): Decision | undefined => {
  const rounds = 'rounds' in finding ? finding.rounds : [];
  for (const { stage, outcome, on, by, via = 'account', transcription } of rounds.toReversed()) {
    if (outcome !== 'accepted' && outcome !== 'returned') continue;
    if (!transcription) return { stage, outcome, on, by, via };
    const { decidedBy, decidedOn } = transcription;
    return { stage, outcome, on: decidedOn, by: decidedBy, via, transcribedBy: by };
  }
  return undefined;
};

import * as z from 'zod';

/** A command that was taken, by its id, what it said, and the event it came to. */
export const TakenCommand = z.strictObject({ id: z.string(), fingerprint: z.string(), seq: z.int().min(1) });
export type TakenCommand = z.infer<typeof TakenCommand>;

/** What went wrong, for the message of a fault. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

import type { Answer } from '../../client/types.ts';

/** An audit as the API shows it to who is signed in, with what that person may do with it. */
export type Audit = Answer<'getAudit'>;

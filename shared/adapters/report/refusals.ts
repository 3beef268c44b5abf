import { type Refusal, refuse } from '#domain/result.ts';

type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A refusal of the whole file. */
export const refuseFile = (code: string, message: string): Refused => refuse({ code, message, field: 'report' });

export const tooLarge = (message: string): Refused => refuseFile('report-too-large', message);

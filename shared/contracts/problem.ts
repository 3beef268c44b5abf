import * as z from 'zod';
import type { Refusal } from '#domain/result.ts';

/** RFC 9457. `code` is stable; `errors` names every field that needs mending. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  field: z.string().optional(),
  errors: z.array(z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every code this API answers that is not 422, with its HTTP status and title. Any other refusal is 422. */
const statuses: Readonly<Record<string, readonly [number, string]>> = {
  'body-not-json': [400, 'Body is not JSON'],
  'header-missing': [400, 'A header is missing'],
  'body-invalid': [400, 'Body does not fit'],
  'query-invalid': [400, 'Query does not fit'],
  'address-invalid': [400, 'Address cannot be read'],
  unauthenticated: [401, 'Not signed in'],
  'not-permitted': [403, 'Not permitted'],
  'access-denied': [403, 'Not permitted'],
  'wrong-person': [403, 'Not for this person'],
  'own-work': [403, 'Separation of duties'],
  'auditor-writes-no-plan': [403, 'Separation of duties'],
  'decision-maker-on-team': [403, 'Separation of duties'],
  'took-part': [403, 'Separation of duties'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'wrong-state': [409, 'Not possible now'],
  'wrong-stage': [409, 'Not possible now'],
  'appeal-pending': [409, 'Not possible now'],
  'extension-pending': [409, 'Not possible now'],
  'withdrawal-pending': [409, 'Not possible now'],
  'version-stale': [412, 'Changed meanwhile'],
  'body-too-large': [413, 'Body too large'],
  'type-unsupported': [415, 'Body is not JSON'],
  'key-reused': [422, 'Idempotency key reused'],
  'version-missing': [428, 'Version missing'],
  fault: [500, 'Fault'],
};

/** The problem that answers these refusals: the first gives code and status, all are listed. */
export const problemOf = (refusals: readonly Refusal[]): Problem => {
  const [first = { code: 'fault', message: 'Something went wrong; nothing was changed.' }] = refusals;
  const [status, title] = statuses[first.code] ?? [422, 'Not accepted'];
  return {
    type: `urn:redress:problem:${first.code}`,
    title,
    status,
    code: first.code,
    detail: first.message,
    ...(first.field !== undefined && { field: first.field }),
    ...(refusals.length > 1 && { errors: refusals.map((refusal) => ({ ...refusal })) }),
  };
};

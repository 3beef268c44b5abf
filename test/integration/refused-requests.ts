import type { sample } from '#local/sample/people.ts';
import { findingIdOf } from '#use-cases/commands/issue-finding.ts';
import { completeSubmission } from '../builders/submissions.ts';
import { issueBody } from './findings.ts';

export const audit = '2026-surveillance';
export const otherAudit = '2026-special';
/** Owned by Omar, awaits its plan. */
export const open = findingIdOf(audit, 'NC-01');
/** Omar's plan is in review. */
export const inReview = findingIdOf(audit, 'NC-02');
/** Owned by Petra; an extension has been asked for. */
export const petras = findingIdOf(audit, 'NC-03');
/** The ISMS manager's plan is in review. */
export const managers = findingIdOf(audit, 'NC-04');

/** Everybody of the sample, the lead auditor of the other audit, or nobody. */
export type Asker = keyof typeof sample | 'otherLead';
export interface Request {
  readonly by?: Asker | undefined;
  readonly method?: string;
  readonly path: string;
  /** Added to those of a well-made request; an empty one is left out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a text as it is. */
  readonly body?: unknown;
}
/** What a case is about, its request, and the status, code and field of the problem that answers it. */
export type Refused = readonly [what: string, request: Request, status: number, code: string, field?: string];

const to = (finding: string, command: string, rest: Partial<Request>): Request => ({
  by: 'owner',
  path: `/findings/${finding}/${command}`,
  ...rest,
});
const submit = (rest: Partial<Request>): Request => to(open, 'submit', { body: completeSubmission('plan'), ...rest });
const plan = (content: object): Request => submit({ body: { stage: 'plan', content } });
const get = (path: string, by: Asker = 'owner'): Request => ({ by, method: 'GET', path });
const issued = (body: object, by: Asker = 'ismsManager'): Request => ({ by, path: `/audits/${audit}/findings`, body });
export const file = { fileName: 'log.txt', type: 'text/plain', size: 3, sha256: 'a'.repeat(64) };
const upload = (change: object, by: Asker = 'owner'): Request =>
  to(open, 'uploads', { by, body: { ...file, ...change } });
const person = (email: string, roles: readonly string[], by: Asker = 'administrator'): Request => ({
  by,
  method: 'PUT',
  path: `/people/${email}`,
  body: { name: 'New', roles },
});
const auditBody = (lead: string, lastDay = '2026-03-02') => ({
  kind: 'internal',
  title: 'Another one',
  dates: { firstDay: '2026-03-02', lastDay },
  team: [{ person: lead, role: 'lead-auditor' }],
});
const lena = 'lena.fischer@cb.example';
const cause = (description: unknown) => ({ rootCause: { method: '5-whys', causes: [{ label: 'C1', description }] } });
const transcription = { decidedBy: 'Lena Fischer', decidedOn: '2026-03-09', document: 'document-1' };
const euros = encodeURIComponent('€'.repeat(300));

// biome-ignore format: a table reads best as one
const bodies: readonly Refused[] = [
  ['an unknown field', submit({ body: { ...completeSubmission('plan'), colour: 'red' } }), 400, 'body-invalid', 'colour'],
  ['an unknown field deep in a submission', plan({ actions: [{ label: 'A1', what: 'Do it.', budget: 7 }] }), 400, 'body-invalid', 'content.actions[0].budget'],
  ['a wrong type deep in a submission', plan(cause(7)), 400, 'body-invalid', 'content.rootCause.causes[0].description'],
  ['a text of more than 4000 characters', plan(cause('x'.repeat(4001))), 400, 'body-invalid', 'content.rootCause.causes[0].description'],
  ['a date that does not exist', plan({ correction: { what: 'Do it.', who: lena, by: '2026-02-30' } }), 400, 'body-invalid', 'content.correction.by'],
  ['a field named __proto__', submit({ body: '{"stage":"plan","content":{},"__proto__":{"admin":true}}' }), 400, 'body-invalid', '__proto__'],
  ['a field named as every object has one', submit({ body: '{"stage":"plan","content":{"constructor":{}}}' }), 400, 'body-invalid', 'content.constructor'],
  ['a list where an object belongs', submit({ body: [] }), 400, 'body-invalid'],
  ['null', submit({ body: 'null' }), 400, 'body-invalid'],
  ['a body of more than 256 KB', plan({ consequences: 'x'.repeat(256 * 1024) }), 413, 'body-too-large'],
  ['a body of more than a megabyte', plan({ consequences: 'x'.repeat(2_000_000) }), 413, 'body-too-large'],
  ['what is no JSON', submit({ body: '{"stage":' }), 400, 'body-not-json'],
  ['an empty body', submit({ body: '' }), 400, 'body-not-json'],
  ['no body at all', submit({ body: undefined }), 400, 'body-not-json'],
  ['another content type', submit({ body: 'stage=plan', headers: { 'content-type': 'application/x-www-form-urlencoded' } }), 415, 'type-unsupported', 'Content-Type'],
  ['JSON that says it is text', submit({ headers: { 'content-type': 'text/plain' } }), 415, 'type-unsupported', 'Content-Type'],
  ['a grade that there is not', issued({ ...issueBody('NC-09'), grade: 'huge' }), 400, 'body-invalid', 'grade'],
  ['an owner nobody knows', issued(issueBody('NC-09', { owner: 'stan.berg@example.net' })), 422, 'unknown-person', 'owner'],
  ['an owner on the team of the audit', issued(issueBody('NC-09', { owner: lena })), 422, 'owner-on-team', 'owner'],
  ['a number that was issued, written otherwise', issued(issueBody('nc 01')), 422, 'number-used', 'number'],
  ['a file name with a path', upload({ fileName: '../../etc/passwd.txt' }), 400, 'body-invalid', 'fileName'],
  ['a file larger than the policy allows', upload({ size: 100_000_001 }), 422, 'file-too-large', 'size'],
  ['a file larger than any policy may allow', upload({ size: 5_000_000_001 }), 400, 'body-invalid', 'size'],
  ['an ending that does not go with the type', upload({ fileName: 'log.pdf' }), 422, 'type-differs', 'fileName'],
  ['an audit that ends before it begins', { by: 'ismsManager', path: '/audits', body: { id: '2026-x', ...auditBody(lena, '2026-03-01') } }, 422, 'dates-out-of-order', 'dates.lastDay'],
  ['a role that is never given to a person', person('new@example.org', ['system']), 400, 'body-invalid', 'roles[0]'],
];

// biome-ignore format: a table reads best as one
const headers: readonly Refused[] = [
  ['a stale version', submit({ headers: { 'if-match': '"7"' } }), 412, 'version-stale', 'If-Match'],
  ['no version', submit({ headers: { 'if-match': '' } }), 428, 'version-missing', 'If-Match'],
  ['any version', submit({ headers: { 'if-match': '*' } }), 428, 'version-missing', 'If-Match'],
  ['no idempotency key', submit({ headers: { 'idempotency-key': '' } }), 400, 'header-missing', 'Idempotency-Key'],
  ['an idempotency key of blanks', submit({ headers: { 'idempotency-key': ' ' } }), 400, 'header-missing', 'Idempotency-Key'],
  ['an idempotency key without end', submit({ headers: { 'idempotency-key': 'k'.repeat(201) } }), 400, 'header-missing', 'Idempotency-Key'],
];

// biome-ignore format: a table reads best as one
const people: readonly Refused[] = [
  ['the wrong person', submit({ by: 'topManagement' }), 403, 'wrong-person'],
  ['the owner as reviewer', to(inReview, 'accept', { headers: { 'if-match': '3' }, body: { means: 'documents' } }), 403, 'wrong-person'],
  ['the auditor as submitter', submit({ by: 'leadAuditor' }), 403, 'wrong-person'],
  ['own work', to(managers, 'accept', { by: 'ismsManager', headers: { 'if-match': '3' }, body: { means: 'documents', transcription } }), 403, 'own-work'],
  ['who asked for an extension as who grants it', to(petras, 'decide-extension', { by: 'secondOwner', headers: { 'if-match': '2' }, body: { granted: true, reason: 'Why not.' } }), 403, 'wrong-person'],
  ['an owner who opens an audit', { by: 'owner', path: '/audits', body: { id: 'x' } }, 403, 'not-permitted'],
  ['an owner who reads an import', get(`/audits/${audit}/imports/x`), 403, 'not-permitted'],
  ['the lead auditor of another audit who reads an import', get(`/audits/${audit}/imports/x`, 'otherLead'), 403, 'wrong-person'],
  ['the lead auditor of another audit who confirms an import', { by: 'otherLead', path: `/audits/${audit}/imports/x/confirm`, body: {} }, 403, 'wrong-person'],
  ['the lead auditor of another audit who hands in a report', { by: 'otherLead', path: `/audits/${audit}/uploads`, body: { ...file, fileName: 'a.csv', type: 'text/csv' } }, 403, 'wrong-person'],
  ['the lead auditor of another audit who issues a finding', issued(issueBody('NC-09'), 'otherLead'), 403, 'wrong-person'],
  ['the lead auditor of another audit who takes this one over', { by: 'otherLead', method: 'PUT', path: `/audits/${audit}`, body: auditBody(lena) }, 403, 'wrong-person'],
  ['the ISMS manager who adds a person', person('stan.berg@example.net', [], 'ismsManager'), 403, 'not-permitted'],
  ['top management that uploads evidence', upload({}, 'topManagement'), 403, 'wrong-person'],
];

// biome-ignore format: a table reads best as one
const states: readonly Refused[] = [
  ['to accept what was not handed in', to(open, 'accept', { by: 'leadAuditor', body: { means: 'documents' } }), 409, 'wrong-state'],
  ['to hand in while in review', to(inReview, 'submit', { headers: { 'if-match': '3' }, body: completeSubmission('plan') }), 409, 'wrong-state'],
  ['to verify a plan', to(open, 'verify', { by: 'internalAuditor', body: { confirmed: true, statement: 'Seen.' } }), 409, 'wrong-state'],
  ['to reopen what is open', to(open, 'reopen', { by: 'leadAuditor', body: { cause: 'recurrence', comment: 'Again.' } }), 409, 'wrong-state'],
  ['to respond to a nonconformity', to(open, 'respond', { body: { accepted: true, comment: 'Yes.' } }), 409, 'wrong-state'],
  ['to decide on a withdrawal that nobody proposed', to(open, 'decide-withdrawal', { by: 'decisionMaker', body: { confirmed: true, reason: 'Yes.' } }), 409, 'wrong-state'],
  ['to ask twice for an extension', to(petras, 'request-extension', { by: 'secondOwner', headers: { 'if-match': '2' }, body: { newDueDate: '2026-03-30', reason: 'Again.' } }), 409, 'extension-pending'],
  ['to hand in for another stage', submit({ body: completeSubmission('correction') }), 409, 'wrong-stage', 'stage'],
  ['to extend to an earlier day', to(open, 'request-extension', { body: { newDueDate: '2026-03-20', reason: 'Sooner.' } }), 422, 'not-later', 'newDueDate'],
  ['to open an audit twice', { by: 'ismsManager', path: '/audits', body: { id: audit, ...auditBody(lena) } }, 409, 'wrong-state', 'id'],
];

// biome-ignore format: a table reads best as one
const addresses: readonly Refused[] = [
  ['that there is not', get('/nowhere'), 404, 'not-found'],
  ['with an empty part', get('/findings/'), 404, 'not-found'],
  ['that begins with two slashes', get('//findings'), 404, 'not-found'],
  ['with an id of 400 characters', get(`/findings/${'n'.repeat(400)}`), 404, 'not-found'],
  ['with an id of thousands', get(`/findings/${'n'.repeat(5000)}`), 404, 'not-found'],
  ['with an id of three bytes a character', get(`/findings/${euros}`), 404, 'not-found'],
  ['with a hash of three bytes a character', get(`/findings/${open}/submissions/${euros}`), 404, 'not-found'],
  ['with evidence of three bytes a character', get(`/findings/${open}/evidence/${euros}`), 404, 'not-found', 'evidence'],
  ['with evidence of more than a thousand', get(`/findings/${open}/evidence/${'n'.repeat(1100)}`), 404, 'not-found'],
  ['with a person of three bytes a character', person(euros, []), 400, 'body-invalid', 'person'],
  ['with the character zero', get('/findings/%00'), 404, 'not-found'],
  ['that leads upwards', get('/findings/%2e%2e%2faudits'), 404, 'not-found'],
  ['that is not encoded as addresses are', get('/findings/%E0%A4%A'), 400, 'address-invalid'],
  ['of a finding named __proto__', get('/findings/__proto__'), 404, 'not-found'],
  ['of a finding named constructor', get('/findings/constructor'), 404, 'not-found'],
  ['of the events of toString', get('/findings/toString/events'), 404, 'not-found'],
  ['of a command named constructor', to(open, 'constructor', {}), 404, 'not-found'],
  ['of a command that is Redress’s own', to(open, 'validate', { body: {} }), 404, 'not-found'],
  ['of another command that is Redress’s own', to(open, 'record-fault', { body: { task: 't', error: 'e', cause: 'c' } }), 404, 'not-found'],
  ['of an audit named __proto__', get('/audits/__proto__'), 404, 'not-found'],
  ['of an import named constructor', get(`/audits/${audit}/imports/constructor`, 'ismsManager'), 404, 'not-found'],
  ['of a person that is no e-mail address', person('nobody', []), 400, 'body-invalid', 'person'],
  ['of a person with a lone percent sign', person('50%25', []), 400, 'body-invalid', 'person'],
  ['with a place in the list of audits that is none', get('/audits?next=garbage'), 400, 'query-invalid', 'next'],
  ['with a page of nothing', get('/findings?size=0'), 400, 'query-invalid', 'size'],
  ['with a page of many', get('/findings?size=many'), 400, 'query-invalid', 'size'],
  ['with a page of all', get('/findings?size=201'), 400, 'query-invalid', 'size'],
  ['with a page before the first', get('/findings?page=0'), 400, 'query-invalid', 'page'],
  ['with an owner who is no address', get('/findings?owner=me'), 400, 'query-invalid', 'owner'],
  ['with a grade that there is not', get('/findings?grade=major,huge'), 400, 'query-invalid', 'grade[1]'],
  ['with an order by what is not listed', get('/findings?sort=summary'), 400, 'query-invalid', 'sort'],
  ['with a filter that there is not', get('/findings?limit=3'), 400, 'query-invalid', 'limit'],
  ['of a register with pages', get('/register.csv?page=2'), 400, 'query-invalid', 'page'],
  ['with a filter named __proto__', get('/findings?__proto__=x'), 400, 'query-invalid', '__proto__'],
];

/** Requests that are refused, by what is wrong with them. All leave everything as it was. */
export const refusedRequests: Readonly<Record<string, readonly Refused[]>> = {
  'a body:': bodies,
  'a header:': headers,
  'a person:': people,
  'not possible now:': states,
  'an address': addresses,
};

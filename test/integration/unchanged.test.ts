import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sample } from '#local/sample/people.ts';
import { give, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { type Answered, ask, tokenOf } from './http.ts';

/*
 * What is asked for again and again is sent again only where it has changed: an answer's tag, sent back, gets 304 until
 * then. The tag is of the answer that this person gets today, not of the finding's version alone.
 */
let house: House;
let finding = '';
let token = '';

const read = (path: string, headers: Readonly<Record<string, string>> = {}, bearer = token): Promise<Answered> =>
  ask(house, { method: 'GET', path, headers: { authorization: `Bearer ${bearer}`, ...headers } });
const tagOf = (answered: Answered): string => answered.headers.get('etag') ?? '';

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.leadAuditor, 'seen-before');
  finding = await issue(house, 'seen-before', 'NC-01');
  token = await tokenOf(house, sample.owner.email);
});
afterAll(() => house.close());

describe.each(['', '/events', '/evidence', '/notices'])('GET /findings/{finding}%s', (part) => {
  test('answers 304 and nothing else to who has it already', async () => {
    const path = `/findings/${finding}${part}`;
    const first = await read(path);
    const again = await read(path, { 'if-none-match': tagOf(first) });
    expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
    expect([tagOf(again), again.headers.get('cache-control')]).toEqual([tagOf(first), 'no-store']);
  });
  test('takes a weakened tag, and one of several', async () => {
    const path = `/findings/${finding}${part}`;
    const tag = tagOf(await read(path));
    expect((await read(path, { 'if-none-match': `"other", W/${tag}` })).status).toBe(304);
    expect((await read(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

test('a change is sent, and its tag is another', async () => {
  const path = `/findings/${finding}`;
  const before = await read(path);
  await give(house, house.people.leadAuditor, finding, 'regrade', { grade: 'minor', reason: 'One server of many.' });
  const after = await read(path, { 'if-none-match': tagOf(before) });
  expect(after.status).toBe(200);
  expect(JSON.parse(after.text)).toMatchObject({ finding: { grade: 'minor' } });
  expect(tagOf(after)).not.toBe(tagOf(before));
});

test('the same version has another tag for who may do something else with it', async () => {
  const lead = await tokenOf(house, sample.leadAuditor.email);
  const [owners, leads] = [await read(`/findings/${finding}`), await read(`/findings/${finding}`, {}, lead)];
  expect(JSON.parse(owners.text).version).toBe(JSON.parse(leads.text).version);
  expect(tagOf(owners)).not.toBe(tagOf(leads));
});

test('a tag serves as If-Match as it came', async () => {
  const tag = tagOf(await read(`/findings/${finding}`));
  const answered = await ask(house, {
    method: 'POST',
    path: `/findings/${finding}/assign`,
    headers: {
      authorization: `Bearer ${await tokenOf(house, sample.ismsManager.email)}`,
      'content-type': 'application/json',
      'idempotency-key': 'assign-by-tag',
      'if-match': tag,
    },
    body: JSON.stringify({ owner: sample.secondOwner.email }),
  });
  expect(answered.status).toBe(200);
  expect(answered.headers.get('etag')).toMatch(/^"\d+"$/);
});

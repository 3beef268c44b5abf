import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handIn, issue, log, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { type MadeLink, reviewer, reviewLink, type Visitor, visitOpened } from './link-visitors.ts';

const audit = '2026-surveillance';

let house: House;
let finding: string;
let link: MadeLink;
let visitor: Visitor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
  await handIn(house, finding);
  link = await reviewLink(house, audit, finding, { uses: 2 });
  visitor = await visitOpened(house, link);
  // A code a minute: the next test asks for one at the same address, by another link.
  await house.system.advance?.('PT1M');
});
afterAll(() => house.close());

test('a download leads to the file for a minute, as an attachment, and goes on the record first', async () => {
  const { id } = await house.people.owner.addEvidence(finding, log);
  const page = await visitor.get(link.path);
  expect(page.text).toContain(`action="${link.path}/evidence/${id}/download"`);
  const answer = await visitor.post(`${link.path}/evidence/${id}/download`);
  expect(answer.status).toBe(303);
  const file = await fetch(answer.headers.get('location') ?? '');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(log.bytes);
  const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
  expect(accesses).toContainEqual(
    expect.objectContaining({ kind: 'evidence-downloaded', person: reviewer, link: link.link.id, subject: id }),
  );
});

test('a download answers the address to the script of the page, and goes on the record as well', async () => {
  const { id } = await house.people.owner.addEvidence(finding, log);
  const page = await visitor.get(link.path);
  expect(page.text).toContain(`data-download="${link.path}/evidence/${id}/download"`);
  const answer = await visitor.json(`${link.path}/evidence/${id}/download`, {});
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^application\/json\b/),
  ]);
  const file = await fetch((JSON.parse(answer.text) as { url: string }).url);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  const unknown = await visitor.json(`${link.path}/evidence/none/download`, {});
  expect([unknown.status, JSON.parse(unknown.text)]).toEqual([404, expect.objectContaining({ code: 'not-found' })]);
  const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
  expect(accesses.filter(({ kind, subject }) => kind === 'evidence-downloaded' && subject === id)).toHaveLength(1);
});

test('a download is of evidence of this finding alone, and only of what was kept', async () => {
  const foreign = await issue(house, audit, `FOREIGN-${count}`);
  const { id } = await house.people.owner.addEvidence(foreign, log);
  expect((await visitor.post(`${link.path}/evidence/${id}/download`)).status).toBe(404);
  const granted = await house.people.owner.call<{ id: string }>('POST', `/findings/${finding}/uploads`, {
    body: { fileName: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) },
  });
  expect((await visitor.post(`${link.path}/evidence/${granted.id}/download`)).status).toBe(409);
  const accesses = await house.system.store.accesses.of({ kind: 'finding', aggregate: finding });
  expect(accesses.filter(({ kind }) => kind === 'evidence-downloaded')).toEqual([]);
});

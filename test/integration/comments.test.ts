import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { CommentList, CommentView } from '#contracts/http.ts';
import { mostComments } from '#domain/comment/comment.ts';
import { ApiProblem, type Client } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { eventsOf, handIn, issue, openAudit, view } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { refusalOf } from './uploads.ts';

type Comment = z.infer<typeof CommentView>;

const audit = '2026-surveillance';
let house: House;
let finding: string;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
}, 60_000);
beforeEach(async () => {
  count += 1;
  finding = await issue(house, audit, `NC-${count}`);
});
afterAll(() => house.close());

const say = (who: Client, text: unknown, key?: string): Promise<Comment> =>
  who.call('POST', `/findings/${finding}/comments`, { body: { text }, ...(key !== undefined && { key }) });
const heard = async (who: Client): Promise<readonly Comment[]> =>
  (await who.call<z.infer<typeof CommentList>>('GET', `/findings/${finding}/comments`)).comments;

describe('comments', () => {
  it('of everybody who sees the finding are read by everybody who sees it, oldest first, as they were typed', async () => {
    const { owner, leadAuditor, topManagement, administrator } = house.people;
    const at = house.system.clock.now();
    const text = 'Wer hat das Protokoll gesehen?\n\n  – «restore» 🗄️';
    const said: Comment[] = [await say(owner, ` ${text}\n`)];
    for (const who of [leadAuditor, topManagement, administrator]) {
      await house.system.advance?.('PT1S');
      said.push(await say(who, `I have, says ${who.email}.`));
    }
    expect(said[0]).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), at, person: sample.owner.email, text });
    for (const who of [owner, leadAuditor, topManagement, administrator]) expect(await heard(who)).toEqual(said);
  });

  it('are not for who does not see the finding, who is told that there is none', async () => {
    const { owner, secondOwner } = house.people;
    await say(owner, 'Between us.');
    expect((await refusalOf(heard(secondOwner))).status).toBe(404);
    expect((await refusalOf(say(secondOwner, 'May I?'))).status).toBe(404);
    expect((await refusalOf(owner.call('GET', '/findings/nothing/comments'))).status).toBe(404);
    expect(await heard(owner)).toHaveLength(1);
  });

  it('change neither the version nor what may be done, and who comments has not taken part', async () => {
    const { owner, decisionMaker, leadAuditor } = house.people;
    await handIn(house, finding);
    const before = await view(leadAuditor, finding);
    const trail = await eventsOf(leadAuditor, finding);
    await say(decisionMaker, 'I will decide should there be an appeal.');
    await say(owner, 'There will be none.');
    await house.system.settled();
    expect(await view(leadAuditor, finding)).toEqual(before);
    expect(await eventsOf(leadAuditor, finding)).toEqual(trail);
    expect(before.finding.tookPart).not.toContain(decisionMaker.email);
  });
});

describe('a comment', () => {
  it.each([
    ['without text', ' \n\t '],
    ['that is no text', 7],
    ['of more than 4000 characters', 'x'.repeat(4001)],
    ['with half a character', '\ud83d'],
    ['with a control character', 'Seen.\u0007'],
  ])('%s is refused at its field', async (_what, text) => {
    const thrown = await say(house.people.owner, text).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(ApiProblem);
    expect(thrown).toMatchObject({ status: 400, code: 'body-invalid', problem: { field: 'text' } });
    expect(await heard(house.people.owner)).toEqual([]);
  });

  it('of 4000 characters is kept whole', async () => {
    const text = '€'.repeat(4000);
    await say(house.people.owner, text);
    expect((await heard(house.people.owner)).map((comment) => comment.text)).toEqual([text]);
  });

  it('that is sent again is the same comment, also when it comes four times at once', async () => {
    const { owner, ismsManager } = house.people;
    const first = await say(owner, 'Once.', 'a');
    await house.system.advance?.('PT1M');
    const again = await Promise.all(Array.from({ length: 4 }, () => say(owner, 'Once.', 'a')));
    expect(again).toEqual(again.map(() => first));
    const twice = await Promise.all(Array.from({ length: 4 }, () => say(owner, 'Twice.', 'b')));
    expect(twice).toEqual(twice.map(() => twice[0]));
    await house.system.advance?.('PT1S');
    await say(ismsManager, 'Once.', 'a');
    expect((await heard(owner)).map(({ person, text }) => [person, text])).toEqual([
      [sample.owner.email, 'Once.'],
      [sample.owner.email, 'Twice.'],
      [sample.ismsManager.email, 'Once.'],
    ]);
  });

  it('with the key of another is refused', async () => {
    const { owner } = house.people;
    await say(owner, 'Once.', 'a');
    expect(await refusalOf(say(owner, 'Something else.', 'a'))).toMatchObject({ status: 422, code: 'key-reused' });
    expect(await heard(owner)).toHaveLength(1);
  });

  it('is one too many after so many', async () => {
    const { owner } = house.people;
    const { comments } = house.system.store;
    const at = house.system.clock.now();
    const write = (place: number) =>
      comments.add(finding, { id: `comment-${place}`, at, person: owner.email, text: 'Again.' });
    await Promise.all(Array.from({ length: mostComments - 1 }, (_none, place) => write(place)));
    await say(owner, 'The last.', 'last');
    expect((await refusalOf(say(owner, 'One more.'))).status).toBe(422);
    expect((await say(owner, 'The last.', 'last')).text).toBe('The last.');
    expect(await heard(owner)).toHaveLength(mostComments);
  });
});

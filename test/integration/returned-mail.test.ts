import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { NoticeList, SuppressionList } from '#contracts/http.ts';
import { sample } from '#local/sample/people.ts';
import { give, handIn, issue, openAudit } from './findings.ts';
import { type House, openHouse } from './house.ts';
import { makeLink, supplier } from './link-visitors.ts';

const { owner, ismsManager, leadAuditor } = sample;
const audit = '2026-surveillance';

let house: House;
let finding: string;
beforeEach(async () => {
  house = await openHouse();
  await openAudit(house.people.ismsManager, audit);
  finding = await issue(house, audit, 'NC-1');
});
afterEach(() => house.close());

const mails = (to?: string) => house.system.mailbox.list().filter((mail) => to === undefined || mail.to === to);
/** The newest message to somebody. */
const newest = (to: string): string => mails(to)[0]?.id ?? '';

const bounce = async (id: string, way?: string): Promise<number> => {
  const query = way === undefined ? '' : `?way=${way}`;
  const { status } = await fetch(`${house.url}/local/mailbox/${id}/bounce${query}`, { method: 'POST' });
  await house.system.settled();
  return status;
};
const noticesTo = async (to: string) =>
  (await house.people.ismsManager.call<z.infer<typeof NoticeList>>('GET', `/findings/${finding}/notices`)).notices
    .filter((notice) => notice.to === to)
    .map(({ kind, status, returned }) => ({ kind, status, returned: returned?.kind }));
const suppressions = async () =>
  (await house.people.administrator.call<z.infer<typeof SuppressionList>>('GET', '/suppressed-addresses')).suppressions;

describe('a message that could not be delivered', () => {
  it('is marked on its finding, its address gets no more, and the ISMS manager is told once', async () => {
    expect(await bounce(newest(owner.email))).toBe(202);
    expect(await noticesTo(owner.email)).toEqual([{ kind: 'issued', status: 'sent', returned: 'bounce' }]);
    expect(await suppressions()).toEqual([
      {
        address: owner.email,
        kind: 'bounce',
        reason: 'Permanent, General, 5.1.1, smtp; 550 5.1.1 user unknown',
        at: house.system.clock.now(),
      },
    ]);
    const [told, ...more] = mails(ismsManager.email);
    expect(more).toEqual([]);
    const text = house.system.mailbox.get(told?.id ?? '')?.text ?? '';
    for (const part of [owner.email, '550 5.1.1 user unknown', 'NC-1: issued']) expect(text).toContain(part);
    expect(house.faults).toEqual([]);
  });

  it('told of twice is taken once', async () => {
    const id = newest(owner.email);
    await bounce(id);
    await bounce(id, 'complaint');
    expect(await noticesTo(owner.email)).toMatchObject([{ returned: 'bounce' }]);
    expect(await suppressions()).toMatchObject([{ kind: 'bounce' }]);
    expect(mails(ismsManager.email)).toHaveLength(1);
  });

  it('goes to that address no more: what would have gone is marked so', async () => {
    await bounce(newest(owner.email));
    await handIn(house, finding);
    await give(house, house.people.leadAuditor, finding, 'return', {
      codes: ['cause-not-addressed'],
      comment: 'Why was nobody named?',
      means: 'documents',
    });
    expect(mails(owner.email)).toHaveLength(1);
    const kinds = await noticesTo(owner.email);
    expect(kinds).toContainEqual({ kind: 'returned', status: 'suppressed', returned: undefined });
    expect(mails(leadAuditor.email).length).toBeGreaterThan(0);
  });

  it('goes to it again once it is lifted', async () => {
    await bounce(newest(owner.email));
    const path = `/suppressed-addresses/${encodeURIComponent(owner.email)}/lift`;
    await house.people.ismsManager.call('POST', path, {});
    expect(await suppressions()).toEqual([]);
    await issue(house, audit, 'NC-2');
    expect(mails(owner.email)).toHaveLength(2);
  });

  it('for now is marked and told, and its address kept', async () => {
    await bounce(newest(owner.email), 'transient');
    expect(await noticesTo(owner.email)).toMatchObject([{ returned: 'bounce' }]);
    expect(await suppressions()).toEqual([]);
    expect(mails(ismsManager.email)).toHaveLength(1);
    await issue(house, audit, 'NC-2');
    expect(mails(owner.email)).toHaveLength(2);
  });
});

it('a complaint ends mail to its address', async () => {
  await bounce(newest(owner.email), 'complaint');
  expect(await noticesTo(owner.email)).toMatchObject([{ returned: 'complaint' }]);
  expect(await suppressions()).toMatchObject([{ address: owner.email, kind: 'complaint', reason: 'abuse' }]);
});

it('a digest is marked on every finding that it spoke of, and on no other', async () => {
  const other = await issue(house, audit, 'NC-2');
  const silent = await issue(house, audit, 'NC-3', { owner: sample.secondOwner.email });
  await house.system.advance?.('P7DT1H');
  const digest = house.system.mailbox
    .list()
    .find(({ reference, to }) => reference.startsWith('digest#') && to === owner.email);
  await bounce(digest?.id ?? '');
  const returned = async (id: string) =>
    (await house.system.store.notices.of({ kind: 'finding', aggregate: id }))
      .filter((notice) => notice.returned !== undefined)
      .map(({ kind, to }) => [kind, to]);
  expect(await returned(finding)).toEqual([['deadline', owner.email]]);
  expect(await returned(other)).toEqual([['deadline', owner.email]]);
  expect(await returned(silent)).toEqual([]);
  expect(mails(ismsManager.email)).toHaveLength(1);
}, 30_000);

it('a link’s mail that came back is told, on the record of what the link was for', async () => {
  await makeLink(house, audit, { purpose: 'upload-evidence', finding, email: supplier });
  await bounce(newest(supplier));
  expect(await suppressions()).toMatchObject([{ address: supplier }]);
  expect(mails(ismsManager.email)).toHaveLength(1);
  expect(await noticesTo(ismsManager.email)).toEqual([{ kind: 'mail-returned', status: 'sent', returned: undefined }]);
});

describe('where nobody is left to tell', () => {
  it('the manager’s own address is suppressed, and no message goes out', async () => {
    await bounce(newest(owner.email));
    const before = mails().length;
    await bounce(newest(ismsManager.email));
    expect((await suppressions()).map(({ address }) => address).toSorted()).toEqual(
      [ismsManager.email, owner.email].toSorted(),
    );
    expect(mails()).toHaveLength(before);
    expect(await noticesTo(ismsManager.email)).toEqual([{ kind: 'mail-returned', status: 'sent', returned: 'bounce' }]);
  });

  it('two managers whose mailboxes are full are not told of each other', async () => {
    const second = 'second.manager@example.org';
    const body = { name: 'Second Manager', roles: ['isms-manager'] };
    await house.people.administrator.call('PUT', `/people/${second}`, { body });
    await bounce(newest(owner.email), 'transient');
    expect([mails(ismsManager.email), mails(second)].map(({ length }) => length)).toEqual([1, 1]);
    await bounce(newest(second), 'transient');
    expect(mails(ismsManager.email)).toHaveLength(1);
    // For good: the other one is told, and this one hears nothing more.
    await bounce(newest(second));
    expect(mails(ismsManager.email)).toHaveLength(2);
    expect(house.faults).toEqual([]);
  });
});

it('there is nothing to come back of a message that was never sent, or in an unknown way', async () => {
  expect(await bounce('999')).toBe(404);
  expect(await bounce(newest(owner.email), 'sideways')).toBe(400);
});

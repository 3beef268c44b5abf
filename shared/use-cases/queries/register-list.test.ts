import { expect, test } from 'vitest';
import { FindingsQuery } from '#contracts/register-query.ts';
import type { Actor } from '#domain/people/person.ts';
import { findingHead } from '../../../test/contracts/samples.ts';
import { everyFinding, listFindings, type RegisterStore } from './register-list.ts';

const heads = [
  findingHead({ id: '1', audit: 'a', number: 'NC-1', owner: 'olga@example.org', grade: 'major' }),
  findingHead({
    id: '2',
    audit: 'a',
    number: 'NC-2',
    grade: 'minor',
    owner: 'petra@example.org',
    actionOwners: ['adam@example.org'],
  }),
  findingHead({ id: '3', audit: 'b', number: 'NC-3', owner: 'petra@example.org', grade: 'major' }),
];
const store: RegisterStore = {
  clock: { now: () => '2026-03-30T10:00:00.000Z' },
  timeZone: 'Europe/Zurich',
  heads: { latest: async () => ({ findings: heads, audits: new Map() }) },
  auditOf: async (id) => ({
    id,
    team: id === 'b' ? [{ person: 'lena@cb.example', role: 'lead-auditor' }] : [],
    anchors: undefined,
  }),
};
const person = (address: string, ...roles: Actor['roles']): Actor => ({ person: address, roles });

const listed = async (actor: Actor, query: Record<string, string> = {}) => {
  const { findings, ...rest } = await listFindings(store, FindingsQuery.parse(query), actor);
  return { ids: findings.map(({ id }) => id), ...rest };
};

test.each([
  ['the ISMS manager all', person('irma@example.org', 'isms-manager'), ['1', '2', '3']],
  ['an owner the own', person('petra@example.org'), ['2', '3']],
  ['who carries out an action that finding', person('adam@example.org'), ['2']],
  ['an auditor those of the own audit', person('lena@cb.example', 'lead-auditor'), ['3']],
  ['who led the audit and leads none any more none', person('lena@cb.example'), []],
  ['a stranger none', person('stan@elsewhere.example'), []],
])('%s', async (_who, actor, ids) => {
  expect((await listed(actor)).ids).toEqual(ids);
  expect((await everyFinding(store, FindingsQuery.parse({}), actor)).map(({ id }) => id)).toEqual(ids);
});

test('numbers and names tell of nothing that is not to be seen', async () => {
  expect(await listed(person('olga@example.org'), { size: '1' })).toEqual({
    ids: ['1'],
    total: 1,
    all: 1,
    owners: ['olga@example.org'],
  });
  expect(await listed(person('olga@example.org'), { owner: 'petra@example.org' })).toEqual({
    ids: [],
    total: 0,
    all: 1,
    owners: ['olga@example.org'],
  });
});

test('a page is told with what there is besides', async () => {
  expect(await listed(person('irma@example.org', 'isms-manager'), { grade: 'major', size: '1', page: '2' })).toEqual({
    ids: ['3'],
    total: 2,
    all: 3,
    owners: ['olga@example.org', 'petra@example.org'],
  });
});

test('what is overdue is so on the organization’s day', async () => {
  const { findings } = await listFindings(store, FindingsQuery.parse({}), person('olga@example.org'));
  expect(findings[0]).toMatchObject({ due: '2026-03-23', overdue: true, version: 1 });
});

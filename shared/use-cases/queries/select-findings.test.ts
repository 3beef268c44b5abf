import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FindingsQuery, RegisterFilter, sortings } from '#contracts/register-query.ts';
import { grades } from '#domain/finding/state.ts';
import type { FindingHead } from '#ports/register.ts';
import { findingHead } from '../../../test/contracts/samples.ts';
import { pageOf, selectFindings } from './select-findings.ts';

const today = '2026-04-01';

const backups = findingHead({
  id: 'backups',
  audit: '2026-stage-2',
  number: 'NC-10',
  grade: 'major',
  owner: 'olga@example.org',
  requirements: ['A.8.13'],
  summary: 'Backups were never restored.',
  due: '2026-03-23',
});
const access = findingHead({
  id: 'access',
  audit: '2026-stage-2',
  number: 'NC-9',
  grade: 'minor',
  status: 'in-review',
  waitsFor: 'reviewer',
  stage: 'correction',
  owner: 'petra@example.org',
  requirements: ['A.5.18'],
  summary: 'Zugriffsrechte zweier Ausgeschiedener in Zürich.',
  due: '2026-03-20',
});
const { due: _due, waitsFor: _for, stage: _stage, ...bare } = findingHead();
const improvement: FindingHead = {
  ...bare,
  id: 'improvement',
  audit: '2025-internal',
  number: 'OFI-1',
  grade: 'ofi',
  status: 'closed',
  owner: 'olga@example.org',
  requirements: ['9.2'],
  summary: 'Plan audits by risk.',
};
const all = [access, improvement, backups];

const selected = (query: Record<string, string>): readonly string[] =>
  selectFindings(all, RegisterFilter.parse(query), today).map(({ id }) => id);

describe('filters', () => {
  test.each<[Record<string, string>, readonly string[]]>([
    [{}, ['improvement', 'access', 'backups']],
    [{ q: 'nc-10' }, ['backups']],
    [{ q: 'RESTORED' }, ['backups']],
    [{ q: 'petra' }, ['access']],
    [{ q: 'a.5.1' }, ['access']],
    [{ q: '  olga   risk ' }, ['improvement']],
    [{ q: 'olga zugriff' }, []],
    [{ q: 'Zu\u0308rich' }, ['access']],
    [{ audit: '2026-stage-2' }, ['access', 'backups']],
    [{ audit: '2026' }, []],
    [{ owner: 'Olga@Example.org' }, ['improvement', 'backups']],
    [{ grade: 'major,ofi' }, ['improvement', 'backups']],
    [{ status: 'open' }, ['access', 'backups']],
    [{ status: 'closed' }, ['improvement']],
    [{ status: 'awaiting,closed' }, ['improvement', 'backups']],
    [{ stage: 'correction' }, ['access']],
    // It is with the reviewer: the owner is not late.
    [{ overdue: 'true' }, ['backups']],
    [{ overdue: 'false' }, ['improvement', 'access']],
    [{ grade: 'minor', status: 'open', q: 'NC' }, ['access']],
  ])('%j leaves %j', (query, ids) => {
    expect(selected(query)).toEqual(ids);
  });
});

describe('sorts', () => {
  test.each<[Record<string, string>, readonly string[]]>([
    [{ sort: 'number', order: 'desc' }, ['backups', 'access', 'improvement']],
    [{ sort: 'grade' }, ['backups', 'access', 'improvement']],
    [{ sort: 'grade', order: 'desc' }, ['improvement', 'access', 'backups']],
    [{ sort: 'status' }, ['backups', 'access', 'improvement']],
    [{ sort: 'owner' }, ['improvement', 'backups', 'access']],
    // Among equals the order stays, and what has no date is last, both ways.
    [{ sort: 'owner', order: 'desc' }, ['access', 'improvement', 'backups']],
    [{ sort: 'due' }, ['access', 'backups', 'improvement']],
    [{ sort: 'due', order: 'desc' }, ['backups', 'access', 'improvement']],
  ])('%j gives %j', (query, ids) => {
    expect(selected(query)).toEqual(ids);
  });
});

const head = fc
  .record({
    id: fc.uuid(),
    audit: fc.constantFrom('a', 'b'),
    number: fc.constantFrom('NC-1', 'NC-2', 'NC-10', 'OFI-1'),
    grade: fc.constantFrom(...grades),
    due: fc.option(fc.constantFrom('2026-03-01', '2026-04-01', '2026-05-01'), { nil: undefined }),
    owner: fc.constantFrom('a@example.org', 'b@example.org'),
  })
  .map(findingHead);
const heads = fc.uniqueArray(head, { selector: ({ id }) => id, maxLength: 30 });
const order = fc.record({ sort: fc.constantFrom(...sortings), order: fc.constantFrom('asc', 'desc') });
const filter = fc
  .record(
    { status: fc.constantFrom('open', 'awaiting'), grade: fc.constantFrom('major', 'minor,ofi') },
    { requiredKeys: [] },
  )
  .chain((some) => order.map((by) => ({ ...some, ...by })));

describe('for any findings, filter and order', () => {
  test('the pages put together are all that is left, in order, each once', () => {
    fc.assert(
      fc.property(heads, filter, fc.integer({ min: 1, max: 7 }), (list, some, size) => {
        const whole = selectFindings(list, RegisterFilter.parse(some), today);
        const count = Math.ceil(whole.length / size) + 1;
        const pages = Array.from({ length: count }, (_each, n) =>
          pageOf(whole, FindingsQuery.parse({ ...some, page: n + 1, size })),
        );
        expect(pages.flat()).toEqual(whole);
        expect(pages.at(-1)).toEqual([]);
        for (const page of pages.slice(0, -2)) expect(page).toHaveLength(size);
      }),
    );
  });

  test('the order does not depend on how they came', () => {
    fc.assert(
      fc.property(
        heads.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        filter,
        ([list, shuffled], some) => {
          const by = RegisterFilter.parse(some);
          expect(selectFindings(shuffled, by, today)).toEqual(selectFindings(list, by, today));
        },
      ),
    );
  });

  test('filters leave out and never add, and both ways the same findings', () => {
    fc.assert(
      fc.property(heads, filter, (list, some) => {
        const ids = (by: Record<string, string>) =>
          selectFindings(list, RegisterFilter.parse(by), today).map(({ id }) => id);
        const { order: _way, ...unordered } = some;
        expect(ids({ ...unordered, order: 'asc' }).toSorted()).toEqual(ids({ ...unordered, order: 'desc' }).toSorted());
        const every = new Set(ids({}));
        for (const id of ids(some)) expect(every).toContain(id);
      }),
    );
  });
});

test.each([
  [{ grade: 'huge' }, 'major, minor, ofi'],
  [{ status: 'open,lost' }, 'awaiting'],
  [{ sort: 'summary' }, 'issuedOn'],
  [{ overdue: 'maybe' }, 'true or false'],
  [{ page: '0' }, 'from 1 to'],
  [{ size: '201' }, 'from 1 to 200'],
  [{ size: 'many' }, 'from 1 to 200'],
])('%j is refused, and said what fits', (query, said) => {
  expect(FindingsQuery.safeParse(query).error?.issues[0]?.message).toContain(said);
});

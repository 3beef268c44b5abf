import { expect, it } from 'vitest';
import { contentKey, eventKey, eventRefOf, headKey, noticeKey, ownerOf, stallKey, waitKey } from './keys.ts';

it('names every item of a finding and of an audit', () => {
  expect([
    eventKey({ kind: 'finding', aggregate: '1', seq: 7 }),
    contentKey({ kind: 'finding', aggregate: '1' }, 'abc'),
    noticeKey({ kind: 'finding', aggregate: '1' }, 'due#plan#1'),
    headKey('finding', '1'),
    waitKey({ kind: 'finding', finding: '1' }),
    stallKey('1'),
    eventKey({ kind: 'audit', aggregate: '2', seq: 123456 }),
    waitKey({ kind: 'import', audit: '2', importId: '3' }),
  ]).toEqual([
    { pk: 'NC#1', sk: 'EVENT#000007' },
    { pk: 'NC#1', sk: 'CONTENT#abc' },
    { pk: 'NC#1', sk: 'NOTICE#due#plan#1' },
    { pk: 'NC#1', sk: 'HEAD' },
    { pk: 'NC#1', sk: 'WAIT' },
    { pk: 'NC#1', sk: 'STALL' },
    { pk: 'AUDIT#2', sk: 'EVENT#123456' },
    { pk: 'AUDIT#2', sk: 'WAIT#3' },
  ]);
});

it('finds the event that lies at a key, and none at others', () => {
  for (const ref of [
    { kind: 'finding', aggregate: '1#2', seq: 7 },
    { kind: 'audit', aggregate: '1', seq: 123456 },
  ] as const)
    expect(eventRefOf(eventKey(ref))).toEqual(ref);
  expect(eventRefOf(headKey('finding', '1'))).toBeUndefined();
  expect(eventRefOf({ pk: 'PEOPLE', sk: 'EVENT#000001' })).toBeUndefined();
  expect(ownerOf('SWEEP')).toBeUndefined();
});

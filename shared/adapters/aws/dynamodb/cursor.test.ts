import { describe, expect, it } from 'vitest';
import { BadCursor } from '#ports/store.ts';
import { cursorOf, placeIn } from './cursor.ts';

const place = { id: '7', sort: 'audit-1#NC-0000000002#7' };
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('comes back as the place it stands for', () => {
    expect(cursorOf(place)).toMatch(/^[\w-]+$/);
    expect(placeIn(cursorOf(place), 'audit-1#')).toEqual(place);
    expect(placeIn(cursorOf(place), '')).toEqual(place);
  });

  it.each([
    ['empty', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{"id":').toString('base64url')],
    ['no object', encoded('audit-1#7')],
    ['without an id', encoded({ sort: place.sort })],
    ['with more than a place', encoded({ ...place, pk: 'PEOPLE' })],
    ['with another id', encoded({ ...place, id: '8' })],
    ['with an endless place', encoded({ id: '7', sort: `audit-1#${'x'.repeat(2000)}#7` })],
    ['of another list', cursorOf({ ...place, sort: 'audit-2#NC-1#7' })],
  ])('is refused when it is %s', (_what, cursor) => {
    expect(() => placeIn(cursor, 'audit-1#')).toThrow(BadCursor);
  });
});

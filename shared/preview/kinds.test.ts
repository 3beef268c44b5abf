import { expect, test } from 'vitest';
import { evidenceTypeNames } from '#domain/evidence/types.ts';
import { beginsAs, previewKindOf } from './kinds.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('what is shown, and how; everything else is downloaded', () => {
  expect(Object.fromEntries(evidenceTypeNames.map((type) => [type.split('/')[1], previewKindOf(type)]))).toMatchObject({
    pdf: 'pdf',
    png: 'picture',
    jpeg: 'picture',
    plain: 'text',
    csv: 'text',
    json: 'text',
    rfc822: 'text',
    zip: undefined,
  });
  for (const type of ['image/svg+xml', 'text/html', 'constructor', '']) expect(previewKindOf(type)).toBeUndefined();
});

test('a picture or PDF begins as its type does, or it is not shown', () => {
  expect(beginsAs('application/pdf', bytes('%PDF-1.7\n'))).toBe(true);
  expect(beginsAs('application/pdf', bytes('<html>%PDF-1.7'))).toBe(false);
  expect(beginsAs('image/png', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(false);
  expect(beginsAs('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe(true);
  expect(beginsAs('image/jpeg', Uint8Array.of(0xff, 0xd8))).toBe(false);
  expect(beginsAs('text/plain', bytes('<script>'))).toBe(true);
});

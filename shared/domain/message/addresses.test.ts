import { expect, test } from 'vitest';
import { auditUrl, findingUrl, importUrl, registerUrl } from './addresses.ts';

const base = 'https://redress.example.org';

test('each thing has one address', () => {
  expect(registerUrl(base)).toBe('https://redress.example.org/findings');
  expect(findingUrl(base, '2026_nc-01')).toBe('https://redress.example.org/findings/2026_nc-01');
  expect(auditUrl(base, '2026')).toBe('https://redress.example.org/audits/2026');
  expect(importUrl(base, '2026', 'a1')).toBe('https://redress.example.org/audits/2026/imports/a1');
});
test('whatever an id holds stays within its part of the address', () => {
  expect(findingUrl(base, '../x?y#z "\ud800')).toBe(
    'https://redress.example.org/findings/..%2Fx%3Fy%23z%20%22%EF%BF%BD',
  );
});

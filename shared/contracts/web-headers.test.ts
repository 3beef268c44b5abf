import { expect, test } from 'vitest';
import { contentPolicy, ownOriginOnly, webHeaders } from './web-headers.ts';

const connecting = (policy: string): string | undefined =>
  policy.split('; ').find((directive) => directive.startsWith('connect-src'));

test('nothing inline, nothing evaluated, nothing framed, whoever may be asked', () => {
  for (const origins of [
    ownOriginOnly,
    { signIn: ['https://login.example.org'], files: ['https://files.example.org'] },
  ]) {
    const policy = contentPolicy(origins);
    expect(policy).not.toMatch(/unsafe|\*|data:/);
    for (const directive of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(policy.split('; ')).toContain(directive);
  }
});

test('whom the application may ask is named, each once', () => {
  expect(connecting(contentPolicy(ownOriginOnly))).toBe("connect-src 'self'");
  const twice = { signIn: ['https://a.example', 'https://a.example'], files: ['https://b.example'] };
  expect(connecting(contentPolicy(twice))).toBe("connect-src 'self' https://a.example https://b.example");
});

test('pages name themselves to nobody, and are what they say they are', () => {
  expect(webHeaders(ownOriginOnly)).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'permissions-policy': expect.stringContaining('microphone=()'),
  });
});

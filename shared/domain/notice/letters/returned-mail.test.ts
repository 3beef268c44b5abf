import { expect, test } from 'vitest';
import { written } from '../../message/written.ts';
import { returnedMailLetter } from './returned-mail.ts';

const setting = { language: 'en', organization: 'Example AG', baseUrl: 'https://redress.example.org' } as const;
const bounce = {
  address: 'olga@example.org',
  kind: 'bounce',
  reason: '550 5.1.1 user\nunknown',
  about: ['NC-01: issued (Backups)', 'NC-02: returned (Keys)'],
  suppressed: true,
} as const;

test('mail that came back for good: what the service says, what it was about, and what to do', () => {
  const { subject, text } = written(returnedMailLetter(bounce, setting));
  expect(subject).toBe('olga@example.org: mail came back');
  expect(text).toMatch(
    /^A message to olga@example\.org could not be delivered\.\n\nThe mail service says:\n\n> 550 5\.1\.1 user unknown\n/,
  );
  expect(text).toContain('\n- NC-01: issued (Backups)\n- NC-02: returned (Keys)\n');
  expect(text).toContain('Nothing more is sent to this address.');
});

test('mail that came back this once: Redress goes on', () => {
  const { text } = written(returnedMailLetter({ ...bounce, suppressed: false, reason: ' ', about: [] }, setting));
  expect(text).toContain('Redress goes on sending to this address');
  expect(text).not.toMatch(/Nothing more is sent|mail service says|was about/);
});

test('a complaint, in German', () => {
  const { subject, text } = written(
    returnedMailLetter({ ...bounce, kind: 'complaint' }, { ...setting, language: 'de' }),
  );
  expect(subject).toBe('olga@example.org: E-Mail als unerwünscht gemeldet');
  expect(text).toContain('An diese Adresse wird nichts mehr gesendet.');
});

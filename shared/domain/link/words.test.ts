import { describe, expect, test } from 'vitest';
import { aLink } from '../../../test/builders/link.ts';
import { inWords } from './instants.ts';
import { linkPurposes } from './link.ts';
import { maskedEmail } from './masked.ts';
import { aboutOf, codeMail, linkMail } from './wording.ts';

const setting = {
  auditTitle: 'Surveillance audit 2026',
  number: 'NC-01',
  organization: 'Example Ltd',
  madeBy: 'Ines Moreau',
  until: '2026-03-24, 13:00 (Europe/Zurich)',
};
const url = 'https://redress.example.org/links/abc';
const nasty = 'A\r\nBcc: all@example.org\u2028next';

test.each([
  ['otto@supplier.example', 'o…@supplier.example'],
  ['a@b.example', 'a…@b.example'],
  ['"a@b"@c.example', '"…@c.example'],
])('%s is shown as %s', (email, expected) => {
  expect(maskedEmail(email)).toBe(expected);
});

test('an instant is said by the clocks of the organization', () => {
  expect(inWords('2026-03-24T12:00:00.000Z', 'Europe/Zurich')).toBe('2026-03-24, 13:00 (Europe/Zurich)');
  expect(inWords('2026-03-24T23:30:00.000Z', 'Europe/Zurich')).toBe('2026-03-25, 00:30 (Europe/Zurich)');
});

test('a link is about a finding, a stage of it, or the audit', () => {
  expect(aboutOf(aLink(), setting)).toBe('NC-01 (Surveillance audit 2026)');
  expect(aboutOf(aLink({ stage: 'plan' }), setting)).toBe('NC-01, corrective action plan (Surveillance audit 2026)');
  expect(aboutOf(aLink(), { ...setting, number: undefined })).toBe('Surveillance audit 2026');
});

describe('the mail with a link', () => {
  test('says what for, about what, by whom, until when, and how often', () => {
    const { subject, text } = linkMail(aLink({ stage: 'correction' }), setting, url);
    expect(subject).toBe('Upload evidence: NC-01, evidence of correction (Surveillance audit 2026)');
    for (const part of [
      'Ines Moreau of Example Ltd',
      setting.until,
      'It can be used 3 times.',
      `\n${url}\n`,
      'one-time code',
    ])
      expect(text).toContain(part);
  });
  test('says of a calendar that the address is all it takes', () => {
    const { text } = linkMail(aLink({ purpose: 'calendar', uses: undefined }), setting, url);
    expect(text).toContain('Whoever has it can read');
    expect(text).not.toContain('one-time code');
    expect(text).not.toContain('Uses:');
  });
});

test('the mail with a code has it in its text alone', () => {
  const { subject, text } = codeMail(aLink(), setting, '048213');
  expect(text).toContain('Your one-time code is 048213.');
  expect(text).toContain('irma@example.org');
  expect(subject).not.toContain('048213');
});

test.each(linkPurposes)('no text of people begins a line of its own in a mail for %s', (purpose) => {
  const hostile = { ...setting, auditTitle: nasty, number: nasty, madeBy: nasty, organization: nasty };
  for (const mail of [linkMail(aLink({ purpose }), hostile, url), codeMail(aLink({ purpose }), hostile, '048213')]) {
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(mail.text).not.toMatch(/^(Bcc|next)/m);
  }
});

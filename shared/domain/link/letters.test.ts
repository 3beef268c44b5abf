import { describe, expect, test } from 'vitest';
import { aLink } from '../../../test/builders/link.ts';
import { inWords } from '../calendar/instants.ts';
import { written } from '../message/written.ts';
import type { Language } from '../people/preferences.ts';
import { aboutOf, codeLetter, linkLetter } from './letters.ts';
import type { Link } from './link.ts';
import { maskedEmail } from './masked.ts';

const known = {
  auditTitle: 'Surveillance audit 2026',
  number: 'NC-01',
  madeBy: 'Ines Moreau',
  timeZone: 'Europe/Zurich',
};
const url = 'https://redress.example.org/links/abc';
const setting = (language: Language = 'en') =>
  ({ language, organization: 'Example Ltd', baseUrl: 'https://redress.example.org' }) as const;
const linkText = (more: Partial<Link> = {}, language: Language = 'en') =>
  written(linkLetter(aLink(more), known, url, setting(language)));

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

test('a link is about a finding, a stage of it, or the audit; a personal one about none', () => {
  expect(aboutOf(aLink(), known, 'en')).toBe('NC-01 (Surveillance audit 2026)');
  expect(aboutOf(aLink({ stage: 'plan' }), known, 'en')).toBe(
    'NC-01, corrective action plan (Surveillance audit 2026)',
  );
  expect(aboutOf(aLink({ stage: 'plan' }), known, 'de')).toBe(
    'NC-01, Korrekturmaßnahmenplan (Surveillance audit 2026)',
  );
  expect(aboutOf(aLink(), { ...known, number: undefined }, 'en')).toBe('Surveillance audit 2026');
  expect(aboutOf(aLink(), {}, 'en')).toBe('');
});

describe('the letter with a link', () => {
  test('says what for, about what, by whom, until when, and how often', () => {
    const { subject, text } = linkText({ stage: 'correction' });
    expect(subject).toBe('Upload evidence: NC-01, evidence of correction (Surveillance audit 2026)');
    expect(text).toBe(
      [
        'Ines Moreau of Example Ltd has made a link for you.',
        '',
        'What for: Upload evidence',
        'About:    NC-01, evidence of correction (Surveillance audit 2026)',
        'Until:    24 March 2026, 13:00 (Europe/Zurich)',
        'Uses:     It can be used 3 times.',
        '',
        'Open the link',
        url,
        '',
        'Opening it changes nothing. To do anything there you have a one-time code sent to this address: the link alone, handed on, opens nothing.',
        '',
        'Redress, for Example Ltd',
        '',
      ].join('\n'),
    );
  });
  test('in German', () => {
    const { subject, text } = linkText({ purpose: 'review', uses: 1 }, 'de');
    expect(subject).toBe('Feststellung prüfen: NC-01 (Surveillance audit 2026)');
    expect(text).toContain('Gültig bis:    24. März 2026, 13:00 Uhr (Europe/Zurich)');
    expect(text).toContain('Er kann einmal genutzt werden.');
  });
  test('says of a calendar that the address is all it takes', () => {
    const { text } = linkText({ purpose: 'calendar', uses: undefined });
    expect(text).toContain('Whoever has it can read');
    expect(text).not.toContain('one-time code');
    expect(text).not.toContain('Uses:');
  });
  test('of a person’s own is about nothing else', () => {
    const { subject, text } = written(
      linkLetter(
        aLink({ purpose: 'calendar' }),
        { ...known, auditTitle: undefined, number: undefined },
        url,
        setting(),
      ),
    );
    expect(subject).toBe('Follow the deadlines in a calendar');
    expect(text).not.toContain('About:');
  });
});

test.each(['en', 'de'] as const)('the letter with a code has it in its text alone (%s)', (language) => {
  const { subject, text, html } = written(codeLetter(aLink(), known, '048213', setting(language)));
  for (const body of [text, html]) {
    expect(body).toMatch(/one-time code is 048213|Einmalcode lautet 048213/);
    expect(body).toContain('irma@example.org');
    expect(body).toContain('10 minutes'.replace('minutes', language === 'en' ? 'minutes' : 'Minuten'));
  }
  expect(subject).not.toContain('048213');
  expect(html.slice(0, html.indexOf('<body'))).not.toContain('048213');
});

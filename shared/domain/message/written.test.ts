import { describe, expect, test } from 'vitest';
import type { Letter } from './letter.ts';
import { written } from './written.ts';

const nasty = '</p><script>alert("1")</script>\n\nRedress\u2028Bcc: all@example.org';

const letter: Letter = {
  language: 'de',
  subject: 'NC-01: neu',
  blocks: [
    { kind: 'heading', text: 'Überfällig' },
    { kind: 'paragraph', text: 'Etwas ist geschehen.' },
    { kind: 'quote', text: 'Erste Zeile\n\nzweite Zeile' },
    { kind: 'list', items: ['eins', 'zwei'] },
    {
      kind: 'facts',
      rows: [
        ['Nr', 'NC-01'],
        ['Anforderung', 'A.8.13'],
      ],
    },
    { kind: 'link', text: 'Öffnen', url: 'https://redress.example.org/findings/a?b=1&c="2"' },
  ],
};

test('as text: blocks apart, quotes marked line by line, names and values in columns', () => {
  expect(written(letter).text).toBe(
    [
      'Überfällig',
      '----------',
      '',
      'Etwas ist geschehen.',
      '',
      '> Erste Zeile',
      '>',
      '> zweite Zeile',
      '',
      '- eins',
      '- zwei',
      '',
      'Nr:          NC-01',
      'Anforderung: A.8.13',
      '',
      'Öffnen',
      'https://redress.example.org/findings/a?b=1&c="2"',
      '',
    ].join('\n'),
  );
});

test('as HTML: a page in its language, which follows dark and light and asks for nothing', () => {
  const { html, subject, language } = written(letter);
  expect([subject, language]).toEqual(['NC-01: neu', 'de']);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('<title>NC-01: neu</title>');
  expect(html).toContain('Erste Zeile<br><br>zweite Zeile</blockquote>');
  expect(html).toContain('<li>eins</li><li>zwei</li>');
  expect(html).toContain('<a href="https://redress.example.org/findings/a?b=1&amp;c=&quot;2&quot;">Öffnen</a>');
  expect(html).not.toMatch(/<(table|img|style|link|script|iframe)\b|\bsrc=|url\(|@import|background|[^-]color:/);
});

describe.each<[string, Letter['blocks'][number]]>([
  ['a heading', { kind: 'heading', text: nasty }],
  ['a paragraph', { kind: 'paragraph', text: nasty }],
  ['a quote', { kind: 'quote', text: nasty }],
  ['a list', { kind: 'list', items: [nasty] }],
  ['a fact', { kind: 'facts', rows: [[nasty, nasty]] }],
  ['a link', { kind: 'link', text: nasty, url: 'https://redress.example.org/' }],
])('text of people in %s', (_what, block) => {
  const { html, text, subject } = written({ language: 'en', subject: nasty, blocks: [block] });
  test('makes no element', () => {
    expect(html).not.toMatch(/<script|<\/p><s/);
    expect(html).toContain('&lt;/p&gt;&lt;script&gt;');
  });
  test('begins no line of its own, and breaks no subject', () => {
    expect(text).not.toMatch(/^(Redress|Bcc)/m);
    expect(subject).not.toMatch(/[\n\u2028]/);
  });
});

import { expect, test } from 'vitest';
import { registered } from '../../../../test/builders/submissions.ts';
import { written } from '../../message/written.ts';
import type { Language } from '../../people/preferences.ts';
import { refusedFileLetter, reportCameLetter } from './file.ts';

const url = 'https://redress.example.org/findings/f';
const inside = { about: { kind: 'finding', number: 'NC-01' }, url } as const;
const outside = { about: { kind: 'audit', title: 'Surveillance 2026' } } as const;
const setting = (language: Language = 'en') =>
  ({ language, organization: 'Example AG', baseUrl: 'https://redress.example.org' }) as const;
const refused = { ...registered, status: 'quarantined', reason: 'It holds image/png.' } as const;
const held = { ...registered, status: 'held', reason: 'GuardDuty could not scan this file.' } as const;

test('a refused file: which, why, and what to do', () => {
  const { subject, text } = written(refusedFileLetter(refused, inside, setting()));
  expect(subject).toBe('restore test.pdf was refused (finding NC-01)');
  expect(text).toBe(
    [
      'The file that you uploaded for finding NC-01 was refused.',
      '',
      'File: restore test.pdf',
      '',
      'The reason, as it is on the record:',
      '',
      '> It holds image/png.',
      '',
      'It is no evidence, and will be deleted. Upload the right file.',
      '',
      'Open the finding',
      url,
      '',
      'Redress, for Example AG',
      '',
    ].join('\n'),
  );
});

test('a held file, in both languages, with a reason or without', () => {
  const english = written(refusedFileLetter(held, inside, setting()));
  expect(english.subject).toBe('restore test.pdf is held (finding NC-01)');
  expect(english.text).toContain('> GuardDuty could not scan this file.');
  expect(english.text).toContain('It is kept aside and is no evidence.');
  const german = written(refusedFileLetter({ ...held, reason: undefined }, inside, setting('de')));
  expect(german.subject).toBe('restore test.pdf wird zurückgehalten (Feststellung NC-01)');
  expect(german.text).toMatch(/^Die Datei, die Sie zu Feststellung NC-01 hochgeladen haben, wird zurückgehalten/);
  expect(german.text).not.toContain('Grund');
  expect(written(refusedFileLetter(held, inside, setting('de'))).text).toContain(
    'Grund:\n\n> GuardDuty konnte diese Datei nicht prüfen.\n',
  );
});

test('who came by a link is sent back to the link, and to no address inside', () => {
  const { text } = written(refusedFileLetter({ ...refused, link: 'link-1' }, outside, setting()));
  expect(text).toContain('Use the link that you were sent. If it is good no more, ask Example AG for another.');
  expect(text).not.toContain('http');
  expect(written(refusedFileLetter(refused, inside, setting())).text).not.toContain('link that you were sent');
});

test('a report that came by a link: from whom, and where its rows wait', () => {
  const file = { ...outside, url: 'https://redress.example.org/audits/a/imports/i' };
  const english = written(reportCameLetter({ ...registered, fileName: 'report.csv' }, file, setting()));
  expect(english.subject).toBe('Report received: report.csv (audit Surveillance 2026)');
  expect(english.text).toContain(`\nFrom: ${registered.by}\n`);
  expect(english.text).toContain('\nLook at its rows\nhttps://redress.example.org/audits/a/imports/i\n');
  const german = written(reportCameLetter(registered, file, setting('de')));
  expect(german.subject).toBe('Bericht eingegangen: restore test.pdf (Audit Surveillance 2026)');
});

test('no name of a file makes a subject endless', () => {
  const fileName = `a\r\nBcc: all@example.org${'x'.repeat(300)}`;
  const { subject } = written(refusedFileLetter({ ...refused, fileName }, inside, setting()));
  expect(subject).toMatch(/^a Bcc: all@example\.orgx+… was refused/);
  expect(subject.length).toBeLessThan(140);
});

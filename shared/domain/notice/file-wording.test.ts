import { expect, test } from 'vitest';
import { registered } from '../../../test/builders/submissions.ts';
import { fileText, refusedFileWording, reportCameWording } from './file-wording.ts';

const inside = { about: 'finding NC-01', organization: 'Example AG', url: 'https://redress.example.org/findings/f' };
const outside = { about: 'finding NC-01', organization: 'Example AG' };
const refused = { ...registered, status: 'quarantined', reason: 'It holds image/png.' } as const;
const held = { ...registered, status: 'held', reason: 'GuardDuty could not scan this file.' } as const;

test('a refused file: which, why, and what to do', () => {
  const wording = refusedFileWording(refused, inside);
  expect(wording.subject).toBe('restore test.pdf was refused (finding NC-01)');
  expect(fileText(wording, inside)).toBe(
    [
      'The file "restore test.pdf" that you uploaded for finding NC-01 was refused: It holds image/png.',
      'It is no evidence, and will be deleted. Upload the right file.',
      '',
      'https://redress.example.org/findings/f',
      '',
      'Redress, for Example AG',
      '',
    ].join('\n'),
  );
});

test('a held file', () => {
  const { subject, lead } = refusedFileWording(held, inside);
  expect(subject).toBe('restore test.pdf is held (finding NC-01)');
  expect(lead).toContain('is held: GuardDuty could not scan this file.\nIt is kept aside and is no evidence.');
  expect(refusedFileWording({ ...held, reason: undefined }, inside).lead).toContain(
    'is held: It could not be scanned.',
  );
});

test('who came by a link is sent back to the link, and to no address inside', () => {
  const text = fileText(refusedFileWording({ ...refused, link: 'link-1' }, outside), outside);
  expect(text).toContain('Use the link that you were sent. If it is good no more, ask Example AG for another.');
  expect(text).not.toContain('http');
  expect(refusedFileWording(refused, inside).lead).not.toContain('link');
});

test('a report that came by a link', () => {
  const { subject, lead } = reportCameWording({ ...registered, fileName: 'report.csv' }, inside);
  expect(subject).toBe('Report received: report.csv (finding NC-01)');
  expect(lead).toContain(`came by link from ${registered.by}`);
});

test('no name of a file ends a subject, or makes it endless', () => {
  const fileName = `a\r\nBcc: all@example.org${'x'.repeat(300)}`;
  const { subject, lead } = refusedFileWording({ ...refused, fileName }, inside);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject.length).toBeLessThan(140);
  expect(lead.split('\n')).toHaveLength(2);
});

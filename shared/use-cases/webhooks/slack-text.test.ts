import { describe, expect, test } from 'vitest';
import type { FindingTold } from '#contracts/event-catalogue.ts';
import { auditEventTypes, findingEventTypes } from '#domain/webhook/event-types.ts';
import { slackText } from './slack-text.ts';

const setting = { language: 'en', organization: 'Example & Sons', baseUrl: 'https://redress.example.org' } as const;
const told: FindingTold = {
  version: 1,
  kind: 'finding',
  aggregate: 'f1',
  seq: 5,
  type: 'returned',
  at: '2026-03-12T08:00:00.000Z',
  audit: '2026-stage-2',
  number: 'NC-3',
  grade: 'major',
  status: 'awaiting',
  stage: 'plan',
  due: '2026-03-23',
};
const audit = { version: 1, kind: 'audit', aggregate: '2026-stage-2', seq: 3, at: told.at } as const;

test('a finding’s event is one line with a link to it', () => {
  expect(slackText(told, setting)).toBe(
    'NC-3 (major nonconformity): returned, corrective action plan, due on 23 March 2026. <https://redress.example.org/findings/f1|Open the finding>',
  );
  const { stage: _stage, due: _due, ...closed } = told;
  expect(slackText({ ...closed, type: 'accepted', status: 'closed' }, setting)).toContain(
    '(major nonconformity): accepted. <',
  );
});

test('so is an audit’s, and the sample says what it is', () => {
  expect(slackText({ ...audit, type: 'report-read' }, setting)).toBe(
    'Audit 2026-stage-2: report read; its rows wait to be confirmed. <https://redress.example.org/audits/2026-stage-2|Open the audit>',
  );
  const sample = { version: 1, kind: 'sample', type: 'sample', webhook: 'w1', at: told.at } as const;
  expect(slackText(sample, setting)).toContain('Redress, for Example &amp; Sons, ');
});

test.each(['<!channel>', '<https://evil.example|Open the finding>', '&lt;!here&gt;', 'NC-3>\n<!everyone>\u2028x'])(
  'what a report calls a finding is no markup: %j',
  (number) => {
    const text = slackText({ ...told, number }, setting);
    expect(text.match(/<[^>]*>/g)).toEqual(['<https://redress.example.org/findings/f1|Open the finding>']);
    expect(text).not.toMatch(/[\n\r\u2028]/);
    expect(text.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
  },
);

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test('every event has words of its own', () => {
    const lines = [
      ...findingEventTypes.map((type) => slackText({ ...told, type }, { ...setting, language })),
      ...auditEventTypes.map((type) => slackText({ ...audit, type }, { ...setting, language })),
    ];
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.join()).not.toContain('undefined');
  });
});

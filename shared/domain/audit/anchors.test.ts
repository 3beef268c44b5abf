import { describe, expect, test } from 'vitest';
import { stage2 } from '../../../test/builders/audit.ts';
import { anchorsOf } from './anchors.ts';
import type { AuditFacts } from './state.ts';

const anchors = (change: Partial<AuditFacts>) =>
  anchorsOf({ id: 'a', seq: 1, facts: { ...stage2, ...change }, imports: [], taken: [] });

test('of a stage 2 audit', () => {
  expect(anchors({ dates: { ...stage2.dates, certificateExpires: '2029-03-31' } })).toEqual({
    reportReceived: '2026-03-09',
    reportIssued: '2026-03-06',
    closeOfAudit: '2026-02-27',
    lastDay: '2026-02-27',
    nextAudit: '2027-02-22',
    stage2LastDay: '2026-02-27',
    certificateExpires: '2029-03-31',
  });
});

test('there are none until the report was received', () => {
  const { reportReceived: _r, ...dates } = stage2.dates;
  expect(anchors({ dates })).toBeUndefined();
});

test('without a date of issue the report was issued on the day it was received', () => {
  const { reportIssued: _i, ...dates } = stage2.dates;
  expect(anchors({ dates })).toMatchObject({ reportIssued: '2026-03-09' });
});

test('without a closing meeting the audit closes on its last day', () => {
  const { closingMeeting: _c, ...dates } = stage2.dates;
  expect(anchors({ dates: { ...dates, lastDay: '2026-02-26' } })).toMatchObject({ closeOfAudit: '2026-02-26' });
});

test('the closing meeting may be held later', () => {
  expect(anchors({ dates: { ...stage2.dates, closingMeeting: '2026-03-02' } })).toMatchObject({
    closeOfAudit: '2026-03-02',
    stage2LastDay: '2026-02-27',
  });
});

describe('the six months count for stage 2 alone', () => {
  test.each(['internal', 'stage-1', 'surveillance', 'recertification', 'special'] as const)('not for %s', (kind) => {
    expect(anchors({ kind })).not.toHaveProperty('stage2LastDay');
  });
});

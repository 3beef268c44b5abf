import { describe, expect, test } from 'vitest';
import { returnedMailOf, SesEvent } from './ses-event.ts';

const mail = {
  timestamp: '2026-03-16T07:05:00.000Z',
  source: 'redress@example.org',
  messageId: '0107019cf0',
  destination: ['Anna@Example.org'],
  headersTruncated: false,
  headers: [
    { name: 'From', value: 'Redress <redress@example.org>' },
    { name: 'X-Redress-Reference', value: 'finding#nc-1#change#000002#anna@example.org' },
  ],
  commonHeaders: { from: ['redress@example.org'], subject: 'NC-1: returned' },
  tags: { 'ses:configuration-set': ['redress'] },
};

const bounced = (bounce: object, more: object = {}) =>
  returnedMailOf(
    SesEvent.parse({
      version: '0',
      source: 'aws.ses',
      'detail-type': 'Email Bounced',
      detail: {
        eventType: 'Bounce',
        bounce: { feedbackId: '1', timestamp: '2026-03-16T07:06:00.123Z', ...bounce },
        mail: { ...mail, ...more },
      },
    }),
  );
const complained = (complaint: object) =>
  returnedMailOf(
    SesEvent.parse({
      'detail-type': 'Email Complaint Received',
      detail: { complaint: { timestamp: '2026-03-17T09:00:00Z', ...complaint }, mail },
    }),
  );

const known = {
  address: 'anna@example.org',
  messageId: '0107019cf0',
  reference: { kind: 'finding', aggregate: 'nc-1', key: 'change#000002#anna@example.org' },
  subject: 'NC-1: returned',
};

describe('a bounce', () => {
  test('says whom the message did not reach, why, and what it was about', () => {
    const diagnosticCode = 'smtp; 550 5.1.1 user unknown';
    const recipients = [{ emailAddress: 'anna@example.org', action: 'failed', status: '5.1.1', diagnosticCode }];
    expect(bounced({ bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients })).toEqual({
      ...known,
      kind: 'bounce',
      isPermanent: true,
      reason: `Permanent, General, 5.1.1, ${diagnosticCode}`,
      at: '2026-03-16T07:06:00.123Z',
    });
  });

  test.each([
    ['Permanent', true],
    ['Transient', false],
    ['Undetermined', false],
  ])('%s', (bounceType, isPermanent) => {
    expect(bounced({ bounceType })).toMatchObject({ isPermanent, reason: bounceType });
  });

  test('keeps as much of the reason as can be kept', () => {
    const bouncedRecipients = [{ diagnosticCode: 'x'.repeat(5000) }];
    expect(bounced({ bounceType: 'Permanent', bouncedRecipients })?.reason).toHaveLength(1000);
  });
});

describe('a complaint', () => {
  test('is for good', () => {
    expect(complained({ complaintFeedbackType: 'abuse', complaintSubType: null })).toEqual({
      ...known,
      kind: 'complaint',
      isPermanent: true,
      reason: 'abuse',
      at: '2026-03-17T09:00:00.000Z',
    });
    expect(complained({})).toMatchObject({ isPermanent: true, reason: '' });
  });

  test('taken back is none', () => {
    expect(complained({ complaintFeedbackType: 'not-spam' })).toBeUndefined();
  });
});

describe('what a message was about', () => {
  const referenceIn = (headers: readonly object[]) => bounced({ bounceType: 'Transient' }, { headers })?.reference;
  test('is told whatever case the header has, and however it is folded', () => {
    const value = 'finding#nc-1#change#000002\r\n #anna@example.org';
    expect(referenceIn([{ name: 'x-redress-reference', value }])).toEqual(known.reference);
  });
  test('is unknown where the header is not there, or not ours', () => {
    expect(referenceIn([])).toBeUndefined();
    expect(referenceIn([{ name: 'X-Redress-Reference', value: 'somebody else' }])).toBeUndefined();
  });
});

test('what is no such event is refused', () => {
  for (const destination of [[], ['anna@example.org', 'bea@example.org'], ['nobody']])
    expect(() => bounced({ bounceType: 'Permanent' }, { destination })).toThrow();
  expect(SesEvent.safeParse({ 'detail-type': 'Email Opened', detail: {} }).success).toBe(false);
});

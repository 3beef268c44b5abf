import { describe, expect, test } from 'vitest';
import { auditContextOf, stage2 } from '../../../test/builders/audit.ts';
import { aNonconformity, anOfi, createLife, issueBody } from '../../../test/builders/finding.ts';
import { later, madeAt } from '../../../test/builders/link.ts';
import { cast } from '../../../test/builders/people.ts';
import type { Finding } from '../finding/state.ts';
import { linkPurposes } from './link.ts';
import { type LinkContext, type LinkWish, linkFrom, refusedLink } from './make.ts';

const open = aNonconformity().finding();
const ofi = anOfi().finding();
const closed = aNonconformity().reach('closed').finding();
const foreign = createLife({ audit: { ...auditContextOf(), id: 'another-audit' } })
  .must('issue', cast.leadAuditor, issueBody())
  .finding();

const audit = { id: '2026-stage-2', team: stage2.team };
const contextOf = (change: Partial<LinkContext> = {}): LinkContext => ({
  now: madeAt,
  actor: cast.ismsManager,
  audit,
  finding: undefined,
  ...change,
});

const wishFor = {
  'upload-report': { purpose: 'upload-report', email: 'rita@cb.example', days: 14 },
  'upload-evidence': { purpose: 'upload-evidence', email: 'otto@supplier.example', days: 14, finding: open.facts.id },
  review: { purpose: 'review', email: cast.leadAuditor.person, days: 14, finding: open.facts.id },
  calendar: { purpose: 'calendar', email: 'otto@supplier.example', days: 366 },
} as const satisfies Record<(typeof linkPurposes)[number], LinkWish>;

const codes = (wish: LinkWish, finding: Finding | undefined = undefined, change: Partial<LinkContext> = {}) =>
  refusedLink(wish, contextOf({ finding, ...change })).map(({ code }) => code);

describe('a link is made', () => {
  test.each(linkPurposes)('for %s', (purpose) => {
    expect(codes(wishFor[purpose], 'finding' in wishFor[purpose] ? open : undefined)).toEqual([]);
  });
  test('for one stage, and for reading what is closed', () => {
    expect(codes({ ...wishFor.review, stage: 'correction' }, open)).toEqual([]);
    expect(codes(wishFor.review, closed)).toEqual([]);
  });
});

describe('a link is not made', () => {
  test.each<[string, LinkWish, Finding | undefined, string]>([
    ['for a report of a finding', { ...wishFor['upload-report'], finding: 'x' }, open, 'link-takes-no-finding'],
    ['for the calendar of a finding', { ...wishFor.calendar, finding: 'x' }, open, 'link-takes-no-finding'],
    [
      'for evidence of no finding',
      { ...wishFor['upload-evidence'], finding: undefined },
      undefined,
      'link-needs-finding',
    ],
    ['for a review of no finding', { ...wishFor.review, finding: undefined }, undefined, 'link-needs-finding'],
    ['for a finding that is not there', wishFor['upload-evidence'], undefined, 'unknown-finding'],
    ['for a finding of another audit', wishFor['upload-evidence'], foreign, 'unknown-finding'],
    ['for a stage of a report', { ...wishFor['upload-report'], stage: 'plan' }, undefined, 'link-takes-no-stage'],
    ['for a stage of an OFI', { ...wishFor['upload-evidence'], stage: 'plan' }, ofi, 'link-takes-no-stage'],
    ['for evidence of what is closed', wishFor['upload-evidence'], closed, 'wrong-state'],
    ['for a review of an OFI', wishFor.review, ofi, 'link-needs-nonconformity'],
    ['for a review by an auditor', { ...wishFor.review, email: cast.auditor.person }, open, 'not-the-lead-auditor'],
    ['for a review by the owner', { ...wishFor.review, email: cast.owner.person }, open, 'not-the-lead-auditor'],
    [
      'for a review by another lead',
      { ...wishFor.review, email: cast.otherLeadAuditor.person },
      open,
      'not-the-lead-auditor',
    ],
    ['for longer than a quarter', { ...wishFor.review, days: 91 }, open, 'link-lasts-too-long'],
    ['for a calendar of more than a year', { ...wishFor.calendar, days: 367 }, undefined, 'link-lasts-too-long'],
    ['for three readings of a calendar', { ...wishFor.calendar, uses: 3 }, undefined, 'link-not-counted'],
  ])('%s', (_what, wish, finding, expected) => {
    expect(codes(wish, finding)).toEqual([expected]);
  });

  test('for oneself to decide by', () => {
    expect(codes(wishFor.review, open, { actor: cast.leadAuditor })).toEqual(['own-link']);
    expect(
      codes({ ...wishFor['upload-evidence'], email: cast.leadAuditor.person }, open, { actor: cast.leadAuditor }),
    ).toEqual([]);
  });

  test('and every reason is said', () => {
    expect(codes({ ...wishFor.review, days: 200, email: cast.owner.person }, undefined)).toEqual([
      'unknown-finding',
      'not-the-lead-auditor',
      'link-lasts-too-long',
    ]);
  });
});

test('a link lasts so many days from the moment it is made', () => {
  const wish = { ...wishFor.review, stage: 'plan', uses: 1 } as const;
  expect(linkFrom('an-id', wish, contextOf({ finding: open }))).toEqual({
    id: 'an-id',
    purpose: 'review',
    email: cast.leadAuditor.person,
    audit: audit.id,
    finding: open.facts.id,
    stage: 'plan',
    by: cast.ismsManager.person,
    at: madeAt,
    expiresAt: later(14 * 24 * 60 * 60),
    uses: 1,
    used: 0,
    version: 1,
  });
});

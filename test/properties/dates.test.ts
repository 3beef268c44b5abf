import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, earliest } from '#domain/calendar/civil-date.ts';
import { weekdays } from '#domain/calendar/working-days.ts';
import { type AnchorDates, anchorDate } from '#domain/finding/anchor-dates.ts';
import { capOf, hardCap } from '#domain/finding/cap.ts';
import { dueDates, reviewDueOn } from '#domain/finding/clocks.ts';
import { stages } from '#domain/finding/stage.ts';
import { isAtStage } from '#domain/finding/state.ts';
import { EncodedPolicy, encodePolicy } from '#domain/policy/encoded.ts';
import { anchorNames, type ClockRule, countings, Policy } from '#domain/policy/policy.ts';
import { trimmedPolicy } from '#domain/policy/resolved.ts';
import { begin, courses, take } from './random-life.ts';

const day = (from: string, most: number) => fc.nat({ max: most }).map((days) => addDays(from, days));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const grades = ['major', 'minor'] as const;

const anyRule: fc.Arbitrary<ClockRule> = fc.oneof(
  fc.record({
    days: fc.integer({ min: 1, max: 200 }),
    from: fc.constantFrom(...anchorNames),
    count: fc.constantFrom(...countings),
  }),
  fc.record({
    by: fc.constant('next-audit' as const),
    from: fc.constantFrom(...anchorNames),
    fallbackMonths: fc.integer({ min: 1, max: 36 }),
  }),
);
const anyClocks = fc.record({ plan: anyRule, correction: anyRule, remediation: anyRule });

/** A policy with any clocks, weekend and closed days: days of a year and a half from the audit on. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    major: anyClocks,
    minor: anyClocks,
    review: fc.record({ days: fc.integer({ min: 1, max: 60 }), count: fc.constantFrom(...countings) }),
    weekend: fc.subarray([...weekdays], { maxLength: 6 }),
    closedOn: fc.array(day('2026-01-01', 600), { maxLength: 60 }),
    moveToWorkingDay: fc.boolean(),
    base: courses(0).map(({ setting }) => setting.policy),
  })
  .map(({ base, major, minor, ...rest }) => ({ ...base, ...rest, due: { major, minor } }));

/** Dates of an audit in the order in which they come, and what lies ahead of it. */
const anyAnchors: fc.Arbitrary<AnchorDates> = fc
  .record({
    lastDay: day('2026-01-01', 500),
    gaps: fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 500 })),
    scheduled: fc.boolean(),
    stage2: fc.boolean(),
    certificateExpires: maybe(day('2026-01-01', 1500)),
  })
  .map(({ lastDay, gaps: [closing, issued, received, next], scheduled, stage2, certificateExpires }) => {
    const closeOfAudit = addDays(lastDay, closing);
    const reportIssued = addDays(closeOfAudit, issued);
    const reportReceived = addDays(reportIssued, received);
    return {
      lastDay,
      closeOfAudit,
      reportIssued,
      reportReceived,
      ...(scheduled && { nextAudit: addDays(reportReceived, next) }),
      ...(stage2 && { stage2LastDay: lastDay }),
      ...(certificateExpires !== undefined && { certificateExpires }),
    };
  });
const anyCase = fc.record({ policy: anyPolicy, anchors: anyAnchors, grade: fc.constantFrom(...grades) });

test('random policies are policies', () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(Policy.parse(policy)).toEqual(policy);
    }),
    { numRuns: 100 },
  );
});

test('nothing is due after its hard cap, nor before its anchor where the cap lets it', () => {
  fc.assert(
    fc.property(anyCase, ({ policy, anchors, grade }) => {
      const due = dueDates(policy, grade, anchors);
      const cap = hardCap(grade, anchors);
      for (const stage of stages) {
        const anchor = anchorDate(policy.due[grade][stage].from, anchors);
        expect(due[stage] <= (cap ?? '9999-12-31')).toBe(true);
        expect(due[stage] >= earliest(anchor, cap)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('more days never make a date earlier, nor does a later anchor, another closed day, or moving to a working day', () => {
  const anyMore = fc.record({ more: fc.nat({ max: 40 }), closed: day('2026-01-01', 600) });
  fc.assert(
    fc.property(anyCase, anyMore, ({ policy, anchors, grade }, { more, closed }) => {
      const rule = policy.due[grade].plan;
      const dueWith = (change: Partial<Policy>, dates = anchors) =>
        dueDates({ ...policy, ...change }, grade, dates).plan;
      const due = dueWith({});
      const longer = 'days' in rule ? { ...rule, days: rule.days + more } : rule;
      const clocks = { ...policy.due[grade], plan: longer };
      expect(dueWith({ due: { ...policy.due, [grade]: clocks } }) >= due).toBe(true);
      expect(dueWith({ closedOn: [...policy.closedOn, closed] }) >= due).toBe(true);
      expect(dueWith({ moveToWorkingDay: true }) >= dueWith({ moveToWorkingDay: false })).toBe(true);
      const later = {
        ...anchors,
        lastDay: addDays(anchors.lastDay, more),
        closeOfAudit: addDays(anchors.closeOfAudit, more),
        reportIssued: addDays(anchors.reportIssued, more),
        reportReceived: addDays(anchors.reportReceived, more),
      };
      expect(dueWith({}, later) >= due).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a review is due after the submission came, and not after the hard cap unless that had passed', () => {
  fc.assert(
    fc.property(anyPolicy, day('2026-01-01', 500), maybe(day('2026-01-01', 500)), (policy, reached, cap) => {
      const due = reviewDueOn(reached, policy, cap);
      expect(due >= reached).toBe(true);
      if (cap !== undefined) expect(due <= (cap < reached ? reached : cap)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the copy that a finding keeps of a policy gives the same dates, and an environment brings a policy whole', () => {
  fc.assert(
    fc.property(anyCase, ({ policy, anchors, grade }) => {
      const due = dueDates(policy, grade, anchors);
      const kept = trimmedPolicy(policy, anchors.lastDay, due, anchors.reportReceived);
      expect(dueDates(kept, grade, anchors)).toEqual(due);
      for (const stage of stages) {
        // Nothing reaches the body before there is a report.
        const reached = due[stage] < anchors.reportReceived ? anchors.reportReceived : due[stage];
        expect(reviewDueOn(reached, kept)).toBe(reviewDueOn(reached, policy));
      }
      expect(kept.closedOn.length).toBeLessThanOrEqual(policy.closedOn.length);
      const closedOn = [...new Set(policy.closedOn)].toSorted();
      expect(EncodedPolicy.parse(encodePolicy(policy))).toEqual({ ...policy, closedOn });
    }),
    { numRuns: 200 },
  );
});

test('in any life: a due date moves by an event that says so, from what it was; and none that is to come is past the cap', () => {
  fc.assert(
    fc.property(courses(40), (course) => {
      const life = begin(course);
      for (const step of course.steps) {
        const before = life.finding();
        const { answer } = take(life, step);
        if (!answer.ok || before.grade === 'ofi') continue;
        const { data, state: after } = answer.value;
        if (after.grade === 'ofi') continue;
        const changes = 'dueChanges' in data ? data.dueChanges : [];
        for (const stage of stages) {
          const change = changes.find((each) => each.stage === stage);
          expect([before.due[stage], after.due[stage]]).toEqual([
            change?.from ?? before.due[stage],
            change?.to ?? before.due[stage],
          ]);
          if (change) expect(change.why).toMatch(/\.$/);
        }
        if (!isAtStage(after)) continue;
        const cap = capOf(after)?.on ?? '9999-12-31';
        for (const stage of stages.slice(stages.indexOf(after.stage))) expect(after.due[stage] <= cap).toBe(true);
        const reviewed = 'reviewChange' in data ? data.reviewChange : undefined;
        if (before.status === 'in-review' && after.status === 'in-review')
          expect([before.reviewDue, after.reviewDue]).toEqual(
            reviewed ? [reviewed.from, reviewed.to] : [before.reviewDue, before.reviewDue],
          );
      }
    }),
    { numRuns: 150 },
  );
});

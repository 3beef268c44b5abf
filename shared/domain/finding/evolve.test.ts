import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission } from '../../../test/builders/submissions.ts';
import type { FindingEvent } from './events.ts';
import { EventOutOfPlace, evolve } from './evolve.ts';

const last = (life: Life): FindingEvent => {
  const event = life.events.at(-1);
  if (!event) throw new Error('no event');
  return event;
};
const ofType = (life: Life, type: FindingEvent['type']): FindingEvent => {
  const event = life.events.find((each) => each.type === type);
  if (!event) throw new Error(`no event ${type}`);
  return event;
};

describe('an event that does not follow is told', () => {
  const whole = aNonconformity().reach('remediation.in-review').must('accept', cast.leadAuditor);
  const at = (life: Life, type: FindingEvent['type']): FindingEvent => ({
    ...ofType(whole, type),
    seq: life.finding().seq + 1,
  });

  test.each([
    ['found-complete', () => aNonconformity()],
    ['confirmed', () => aNonconformity().reach('plan.in-review')],
    ['accepted', () => aNonconformity().reach('plan.validating')],
    ['accepted', () => aNonconformity().reach('remediation.verifying')],
    ['submitted', () => aNonconformity().reach('plan.in-review')],
    ['submitted', () => anOfi()],
    ['issued', () => aNonconformity()],
    ['accepted', () => aNonconformity().reach('closed')],
  ] as const)('%s', (type, create) => {
    const life = create();
    expect(() => evolve(life.finding(), at(life, type))).toThrow(EventOutOfPlace);
  });
  test.each([
    ['found-incomplete', 'plan.in-review'],
    ['not-confirmed', 'plan.in-review'],
    ['returned', 'plan.validating'],
  ] as const)('%s at %s', (type, step) => {
    const life = aNonconformity().reach(step);
    const event = { ...last(life), seq: life.finding().seq + 1, type, data: { stage: 'plan', on: '2026-03-10' } };
    expect(() => evolve(life.finding(), event as unknown as FindingEvent)).toThrow(EventOutOfPlace);
  });
  test('an event before the issue', () => {
    expect(() => evolve(undefined, { ...ofType(whole, 'submitted'), seq: 1 })).toThrow('does not follow from nothing');
  });
  test('a gap in the numbers, or one twice', () => {
    const life = aNonconformity();
    const event = ofType(whole, 'submitted');
    expect(evolve(life.finding(), event)).toMatchObject({ status: 'validating', seq: 2 });
    expect(() => evolve(life.finding(), { ...event, seq: 3 })).toThrow(EventOutOfPlace);
    expect(() => evolve(life.finding(), { ...event, seq: 1 })).toThrow(EventOutOfPlace);
  });
  test('a nonconformity without a clock', () => {
    const { clock: _c, ...data } = ofType(whole, 'issued').data as Record<string, unknown>;
    expect(() => evolve(undefined, { ...ofType(whole, 'issued'), data } as FindingEvent)).toThrow(EventOutOfPlace);
  });
});

test('everybody who gave a command took part, once each, and Redress did not', () => {
  const life = aNonconformity()
    .handIn(completeSubmission('plan'))
    .must('return', cast.leadAuditor)
    .must('requestExtension', cast.ismsManager)
    .must('decideExtension', cast.leadAuditor);
  expect(life.finding().tookPart).toEqual([cast.leadAuditor.person, cast.owner.person, cast.ismsManager.person]);
});

import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { auditContextOf, stage2 } from '../../../../test/builders/audit.ts';
import { aNonconformity, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';

const codes = (answer: ReturnType<Life['give']>): readonly string[] =>
  answer.ok ? [] : answer.refusals.map(({ code }) => code);
const due = (life: Life) => {
  const finding = life.finding();
  return 'due' in finding ? finding.due : undefined;
};
const reason = 'Our platform team is on leave.';

describe('every due date that moves is on the event: from, to, and why', () => {
  const changes = (life: Life) => {
    const event = life.events.at(-1);
    return event && 'dueChanges' in event.data ? event.data.dueChanges : undefined;
  };
  test('a regrade', () => {
    const life = aNonconformity().on('2026-06-01').must('regrade', cast.leadAuditor);
    expect(changes(life)).toEqual([
      {
        stage: 'plan',
        from: '2026-03-23',
        to: '2026-06-15',
        why: 'New clock: 14 days from the regrade, Mon 2026-06-01.',
      },
      {
        stage: 'correction',
        from: '2026-04-08',
        to: '2026-07-01',
        why: 'New clock: 30 days from the regrade, Mon 2026-06-01.',
      },
      {
        stage: 'remediation',
        from: '2026-04-28',
        to: '2027-02-22',
        why: 'New clock: the first day of the next audit.',
      },
    ]);
  });
  test('an appeal, the review too', () => {
    const life = aNonconformity().reach('remediation.in-review').on('2026-03-16').must('appeal', cast.owner);
    life.on('2026-03-31').must('decideAppeal', cast.decisionMaker);
    const why = 'Clocks stood still during the appeal, from 2026-03-16 to 2026-03-31.';
    expect(life.events.at(-1)).toMatchObject({
      data: {
        dueChanges: [{ stage: 'remediation', from: '2026-04-28', to: '2026-05-13', why }],
        reviewChange: { from: '2026-03-24', to: '2026-04-08', why },
      },
    });
  });
  test('an appeal that withdraws the finding moves none', () => {
    const life = aNonconformity().must('appeal', cast.owner).on('2026-03-20');
    life.must('decideAppeal', cast.decisionMaker, { outcome: 'withdrawn', reason: 'No evidence.' });
    expect(changes(life)).toEqual([]);
    expect(due(life)?.plan).toBe('2026-03-23');
  });
  test('a reopening', () => {
    const life = aNonconformity().reach('closed').on('2026-06-01').must('reopen', cast.leadAuditor);
    expect(changes(life)).toMatchObject([
      { stage: 'plan', from: '2026-03-23', to: '2026-06-15' },
      { stage: 'correction' },
      { stage: 'remediation', why: 'New clock: 60 days from the reopening, Mon 2026-06-01.' },
    ]);
  });
});

describe('where extensions move the later stages', () => {
  const policy = { ...defaultPolicy, extensions: { atMost: 2, daysEach: 30, movesLaterStages: true } };
  const extend = (life: Life) =>
    life
      .must('requestExtension', cast.owner, { newDueDate: '2026-04-02', reason })
      .must('decideExtension', cast.leadAuditor);
  test('by the same days', () => {
    const life = extend(aNonconformity('major', { policy }));
    expect(due(life)).toEqual({ plan: '2026-04-02', correction: '2026-04-18', remediation: '2026-05-08' });
    expect(life.events.at(-1)).toMatchObject({
      data: {
        dueChanges: [{ why: 'Extended by 10 days.' }, { why: 'Moved with the plan.' }, { stage: 'remediation' }],
      },
    });
    expect(life.finding()).toMatchObject({ granted: { plan: '2026-04-02' }, extensionsGranted: 1 });
  });
  test('not those bound to the next audit, and not past the hard cap', () => {
    const dates = { ...stage2.dates, certificateExpires: '2026-04-10' };
    const capped = extend(aNonconformity('major', { policy, audit: auditContextOf({ ...stage2, dates }) }));
    expect(due(capped)).toEqual({ plan: '2026-04-02', correction: '2026-04-10', remediation: '2026-04-10' });
    expect(due(extend(aNonconformity('minor', { policy })))?.remediation).toBe('2027-02-22');
  });
});

test('extensions are counted anew in each cycle', () => {
  const policy = { ...defaultPolicy, extensions: { ...defaultPolicy.extensions, atMost: 1 } };
  const life = aNonconformity('major', { policy })
    .must('requestExtension', cast.owner)
    .must('decideExtension', cast.leadAuditor)
    .reach('closed')
    .on('2026-06-01')
    .must('reopen', cast.leadAuditor);
  expect(life.finding()).toMatchObject({ extensionsGranted: 0, granted: {} });
  const again = life.give('requestExtension', cast.owner, { newDueDate: '2026-06-20', reason });
  expect(codes(again)).toEqual([]);
});

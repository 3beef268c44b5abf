import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies, createLife, issueBody, type Life } from '../../../test/builders/finding.ts';
import { cast } from '../../../test/builders/people.ts';
import { completeSubmission, registered } from '../../../test/builders/submissions.ts';
import { changeWording, deadlineWording, messageText } from './wording.ts';

const wording = (life: Life) => {
  const event = life.events.at(-1);
  if (!event) throw new Error('no event');
  return changeWording(event);
};
const nasty = 'A\r\nBcc: all@example.org\u2028\u0000next\tline';
const named = (change: Parameters<typeof issueBody>[0]) =>
  createLife().must('issue', cast.leadAuditor, issueBody(change));

describe('a subject', () => {
  test('says which finding, what happened and what it is about', () => {
    expect(wording(aNonconformity()).subject).toBe(
      'NC-01: issued (Backups are written every night and were never restored to…)',
    );
  });
  test('is one line, whatever people wrote', () => {
    for (const life of [named({ number: nasty }), named({ statement: nasty })]) {
      const { subject } = wording(life);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(subject).toContain('A Bcc: all@example.org next line');
      const { subject: deadline } = deadlineWording(life.finding(), 'owner', '2026-03-23', 0);
      expect(deadline).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }
  });
  test('is not cut in the middle of a character', () => {
    const { subject } = wording(named({ statement: '🗄️'.repeat(80) }));
    expect(subject.isWellFormed()).toBe(true);
    expect(subject).toContain('…');
  });
});

describe('a change says what to do and until when', () => {
  test.each<[string, () => Life, string]>([
    [
      'issued',
      () => aNonconformity(),
      'A major nonconformity was issued to you. Please hand in the corrective action plan. The corrective action plan is due on 2026-03-23.',
    ],
    [
      'an OFI',
      () => anOfi(),
      'An opportunity for improvement was issued to you. Please accept or decline it, with a reason.',
    ],
    [
      'another owner, while the body reviews',
      () => aNonconformity().reach('plan.in-review').must('assign', cast.ismsManager),
      'This finding is yours now. The review of the corrective action plan is due on 2026-03-24.',
    ],
    [
      'to be verified',
      () => aNonconformity().reach('remediation.verifying'),
      'The evidence of remediation was handed in and waits for your verification. The verification of the evidence of remediation is due on 2026-04-28.',
    ],
    [
      'incomplete',
      () => aNonconformity().handIn(completeSubmission('plan', { approvedBy: undefined, riskAndImpact: undefined })),
      'The corrective action plan is incomplete:\n- riskAndImpact: Add the risk and impact of the change.\n- approvedBy: Add who approved the plan.\nPlease mend it and hand it in again. The corrective action plan is due on 2026-03-23.',
    ],
    [
      'returned',
      () => aNonconformity().reach('plan.in-review').must('return', cast.leadAuditor),
      'The corrective action plan was returned (cause-not-addressed) by lena@cb.example: "Why was nobody named?" The corrective action plan is due on 2026-03-23.',
    ],
    [
      'accepted',
      () => aNonconformity().pass('plan'),
      'The corrective action plan was accepted by lena@cb.example. Next: the evidence of correction. The evidence of correction is due on 2026-04-08.',
    ],
    [
      'closed',
      () => aNonconformity().reach('remediation.in-review').must('accept', cast.leadAuditor),
      'The evidence of remediation was accepted by lena@cb.example. The finding is closed.',
    ],
    [
      'extended',
      () => aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor),
      'The extension was granted: "Reasonable."\n- corrective action plan: due on 2026-03-30, before on 2026-03-23. Extended by 7 days.',
    ],
    [
      'regraded',
      () => aNonconformity().must('regrade', cast.leadAuditor),
      [
        'This finding is a minor nonconformity now: "One system only."',
        '- corrective action plan: due on 2026-03-24, before on 2026-03-23. New clock: 14 days from the regrade, Tue 2026-03-10.',
        '- evidence of correction: due on 2026-04-09, before on 2026-04-08. New clock: 30 days from the regrade, Tue 2026-03-10.',
        '- evidence of remediation: due on 2027-02-22, before on 2026-04-28. New clock: the first day of the next audit.',
        'The corrective action plan is due on 2026-03-24.',
      ].join('\n'),
    ],
    [
      'due dates moved',
      () =>
        aNonconformity('minor')
          .reach('remediation.awaiting')
          .revise({ nextAudit: '2027-03-15' })
          .must('followAudit', cast.system),
      [
        'Due dates have moved.',
        '- evidence of remediation: due on 2027-03-15, before on 2027-02-22. The next audit moved from 2027-02-22 to 2027-03-15.',
        'The evidence of remediation is due on 2027-03-15.',
      ].join('\n'),
    ],
    [
      'a withdrawal proposed',
      () => aNonconformity().must('withdraw', cast.leadAuditor),
      'The lead auditor proposes to withdraw this finding: "It was out of the scope." It waits for your decision.',
    ],
    [
      'appealed',
      () => aNonconformity().must('appeal', cast.owner),
      'An appeal was made: "The restore test of 2025 was shown." The decision on the appeal is due on 2026-03-25.',
    ],
    [
      'a fault',
      () => aNonconformity().must('recordFault', cast.system),
      "A task of this finding's workflow failed (Validate plan, StoreFault). The finding is unchanged.",
    ],
  ])('%s', (_what, life, lead) => {
    expect(wording(life()).lead).toBe(lead);
  });

  test('no event is without words of its own but those nobody is told of', () => {
    const life = aNonconformity()
      .must('withdraw', cast.leadAuditor)
      .must('decideWithdrawal', cast.decisionMaker, { confirmed: false, reason: 'No.' })
      .must('requestExtension', cast.owner)
      .must('decideExtension', cast.leadAuditor, { granted: false, reason: 'No.' })
      .reach('remediation.verifying')
      .must('verify', cast.internalAuditor, { confirmed: false, statement: 'No.' })
      .reach('closed')
      .must('reopen', cast.leadAuditor)
      .must('appeal', cast.owner)
      .must('decideAppeal', cast.secondDecisionMaker)
      .must('withdraw', cast.leadAuditor)
      .must('decideWithdrawal', cast.decisionMaker);
    const ofi = anOfi().must('respond', cast.owner).must('implement', cast.owner);
    const declined = anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' });
    for (const event of [...life.events, ...ofi.events, ...declined.events]) {
      if (event.type !== 'submitted') expect(changeWording(event).lead).not.toMatch(/^This finding changed/);
    }
  });
});

describe('a decision says by which way it came', () => {
  const byLink = { ...cast.leadAuditor, link: 'link-7' };
  const transcription = { decidedBy: `Lena ${nasty} Lead`, decidedOn: '2026-03-09', document: registered.id };
  const named = `"restore test.pdf" of Lena A Bcc: all@example.org next line Lead, decided on 2026-03-09`;
  const inReview = () => aNonconformity().reach('plan.in-review');

  test('by link', () => {
    const accepted = wording(inReview().must('accept', byLink));
    expect(accepted.subject).toMatch(/^NC-01: accepted by link \(/);
    expect(accepted.lead).toMatch(/^The corrective action plan was accepted by lena@cb\.example by link\. Next:/);
    const returned = wording(inReview().must('return', byLink));
    expect(returned.subject).toMatch(/^NC-01: returned by link \(/);
    expect(returned.lead).toContain('(cause-not-addressed) by lena@cb.example by link: "Why');
  });
  test('transcribed, by whom from what', () => {
    const accepted = wording(inReview().must('accept', cast.ismsManager, { means: 'documents', transcription }));
    expect(accepted.subject).toMatch(/^NC-01: accepted, transcribed \(/);
    expect(accepted.lead).toContain(`was accepted; transcribed by irma@example.org from the document ${named}. Next:`);
    const returned = wording(inReview().must('return', cast.ismsManager, { ...bodies.return, transcription }));
    expect(returned.subject).toMatch(/^NC-01: returned, transcribed \(/);
    expect(returned.lead).toContain(`; transcribed by irma@example.org from the document ${named}: "Why`);
  });
  test('signed in, which is the rule, says no more than by whom', () => {
    expect(wording(aNonconformity().pass('plan')).subject).toMatch(/^NC-01: accepted \(/);
  });
});

describe('a deadline', () => {
  const life = aNonconformity();
  test.each([
    [-7, 'The corrective action plan is due in 7 days (2026-03-23).'],
    [-1, 'The corrective action plan is due in 1 day (2026-03-23).'],
    [0, 'The corrective action plan is due today (2026-03-23).'],
    [1, 'The corrective action plan is overdue by 1 day (2026-03-23).'],
    [14, 'The corrective action plan is overdue by 14 days (2026-03-23).'],
  ])('%i days from the due date', (offset, lead) => {
    expect(deadlineWording(life.finding(), 'owner', '2026-03-23', offset).lead).toBe(lead);
  });
  test.each([
    ['verifier', 'remediation.verifying', 'The verification of the evidence of remediation is due today'],
    ['reviewer', 'plan.in-review', 'The review of the corrective action plan is due today'],
    ['appeal', 'plan.awaiting', 'The decision on the appeal is due today'],
  ] as const)('that the %s must keep', (waitsFor, step, lead) => {
    const finding = aNonconformity().reach(step).finding();
    expect(deadlineWording(finding, waitsFor, '2026-03-23', 0).lead).toContain(lead);
  });
});

test('a message says what happened, what it is about and where to go', () => {
  const life = aNonconformity();
  expect(messageText(life.finding(), wording(life), 'Helvetia Widgets AG', 'https://redress.example.org/')).toBe(
    [
      'A major nonconformity was issued to you. Please hand in the corrective action plan. The corrective action plan is due on 2026-03-23.',
      '',
      'Finding:      NC-01 (major nonconformity)',
      'Requirements: A.8.13',
      'Statement:    Backups are written every night and were never restored to try them.',
      '',
      'https://redress.example.org/findings/2026-stage-2-nc-01',
      '',
      'Redress, for Helvetia Widgets AG',
      '',
    ].join('\n'),
  );
});

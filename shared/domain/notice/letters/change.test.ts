import { describe, expect, test } from 'vitest';
import { aNonconformity, anOfi, bodies, createLife, issueBody, type Life } from '../../../../test/builders/finding.ts';
import { cast } from '../../../../test/builders/people.ts';
import { completeSubmission, registered } from '../../../../test/builders/submissions.ts';
import { written } from '../../message/written.ts';
import type { Language } from '../../people/preferences.ts';
import { toldOf } from '../audience.ts';
import { changeLetter } from './change.ts';

const last = (life: Life) => {
  const event = life.events.at(-1);
  if (!event) throw new Error('no event');
  return event;
};
const letterOf = (life: Life, language: Language = 'en') =>
  written(
    changeLetter(last(life), { language, organization: 'Helvetia Widgets AG', baseUrl: 'https://redress.example.org' }),
  );
/** What stands before the facts that every letter on a finding ends with. */
const leadOf = (life: Life, language: Language): string =>
  letterOf(life, language).text.split(/\n\n(?:Finding|Feststellung): /)[0] ?? '';

test('a letter says what happened, until when to act, which finding it is, and the way to it', () => {
  const { subject, text } = letterOf(aNonconformity());
  expect(subject).toBe('NC-01: issued (Backups are written every night and were never restored to…)');
  expect(text).toBe(
    [
      'A major nonconformity was issued to you. Please hand in the corrective action plan.',
      '',
      'The corrective action plan is due on 23 March 2026.',
      '',
      'Finding:      NC-01 (major nonconformity)',
      'Audit:        2026-stage-2',
      'Requirements: A.8.13',
      'Statement:    Backups are written every night and were never restored to try them.',
      '',
      'Open the finding',
      'https://redress.example.org/findings/2026-stage-2-nc-01',
      '',
      'Redress, for Helvetia Widgets AG',
      '',
    ].join('\n'),
  );
});

test('and the same in German', () => {
  const { subject, text, language } = letterOf(aNonconformity(), 'de');
  expect(language).toBe('de');
  expect(subject).toBe('NC-01: neu (Backups are written every night and were never restored to…)');
  expect(text).toBe(
    [
      'Ihnen wurde eine wesentliche Nichtkonformität zugewiesen. Bitte reichen Sie den Korrekturmaßnahmenplan ein.',
      '',
      'Der Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
      '',
      'Feststellung:  NC-01 (wesentliche Nichtkonformität)',
      'Audit:         2026-stage-2',
      'Anforderungen: A.8.13',
      'Beschreibung:  Backups are written every night and were never restored to try them.',
      '',
      'Feststellung öffnen',
      'https://redress.example.org/findings/2026-stage-2-nc-01',
      '',
      'Redress, für Helvetia Widgets AG',
      '',
    ].join('\n'),
  );
});

const transcription = {
  decidedBy: 'Lena Fischer',
  decidedOn: '2026-03-09',
  document: registered.id,
};

describe('what happened, in both languages', () => {
  test.each<[string, () => Life, string, string]>([
    [
      'an OFI',
      () => anOfi(),
      'An opportunity for improvement was issued to you. Please accept or decline it, with a reason.',
      'Ihnen wurde eine Verbesserungsmöglichkeit zugewiesen. Bitte nehmen Sie sie an oder lehnen Sie sie ab, mit Begründung.',
    ],
    [
      'another owner, while the body reviews',
      () => aNonconformity().reach('plan.in-review').must('assign', cast.ismsManager),
      'This finding is yours now.\n\nThe review of the corrective action plan is due on 24 March 2026.',
      'Sie sind jetzt für diese Feststellung verantwortlich.\n\nDie Prüfung des Korrekturmaßnahmenplans ist am 24. März 2026 fällig.',
    ],
    [
      'to be verified',
      () => aNonconformity().reach('remediation.verifying'),
      'The evidence of remediation was handed in and waits for your verification.\n\nThe verification of the evidence of remediation is due on 28 April 2026.',
      'Der Nachweis der Ursachenbeseitigung wurde eingereicht und wartet auf Ihre Verifizierung.\n\nDie Verifizierung des Nachweises der Ursachenbeseitigung ist am 28. April 2026 fällig.',
    ],
    [
      'incomplete: every reason on a line of its own',
      () => aNonconformity().handIn(completeSubmission('plan', { approvedBy: undefined, riskAndImpact: undefined })),
      'The corrective action plan is incomplete:\n\n- Add the risk and impact of the change.\n- Add who approved the plan.\n\nPlease mend it and hand it in again.\n\nThe corrective action plan is due on 23 March 2026.',
      'Der Korrekturmaßnahmenplan ist unvollständig:\n\n- Geben Sie Risiken und Auswirkungen der Änderung an.\n- Geben Sie an, wer den Plan freigegeben hat.\n\nBitte ergänzen Sie ihn und reichen Sie ihn erneut ein.\n\nDer Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
    ],
    [
      'returned',
      () => aNonconformity().reach('plan.in-review').must('return', cast.leadAuditor),
      'The corrective action plan was returned:\n\n> Why was nobody named?\n\nBecause: The cause is not addressed\nBy:      lena@cb.example\n\nThe corrective action plan is due on 23 March 2026.',
      'Der Korrekturmaßnahmenplan wurde zurückgegeben:\n\n> Why was nobody named?\n\nGründe: Die Ursache wird nicht behandelt\nDurch:  lena@cb.example\n\nDer Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
    ],
    [
      'accepted, with the next stage',
      () => aNonconformity().pass('plan'),
      'The corrective action plan was accepted. Next: the evidence of correction.\n\nBy: lena@cb.example\n\nThe evidence of correction is due on 8 April 2026.',
      'Der Korrekturmaßnahmenplan wurde angenommen. Als Nächstes: der Nachweis der Korrektur.\n\nDurch: lena@cb.example\n\nDer Nachweis der Korrektur ist am 8. April 2026 fällig.',
    ],
    [
      'closed',
      () =>
        aNonconformity()
          .reach('remediation.in-review')
          .must('accept', cast.leadAuditor, { ...bodies.accept, comment: 'Well done.' }),
      'The evidence of remediation was accepted. The finding is closed.\n\n> Well done.\n\nBy: lena@cb.example',
      'Der Nachweis der Ursachenbeseitigung wurde angenommen. Die Feststellung ist abgeschlossen.\n\n> Well done.\n\nDurch: lena@cb.example',
    ],
    [
      'transcribed',
      () =>
        aNonconformity()
          .reach('plan.in-review')
          .must('accept', cast.ismsManager, { means: 'documents', transcription }),
      `The corrective action plan was accepted. Next: the evidence of correction.\n\nDecided by:        Lena Fischer\nDecided on:        9 March 2026\nFrom the document: ${registered.fileName}\nTranscribed by:    irma@example.org\n\nThe evidence of correction is due on 8 April 2026.`,
      `Der Korrekturmaßnahmenplan wurde angenommen. Als Nächstes: der Nachweis der Korrektur.\n\nEntschieden durch: Lena Fischer\nEntschieden am:    9. März 2026\nAus dem Dokument:  ${registered.fileName}\nÜbertragen durch:  irma@example.org\n\nDer Nachweis der Korrektur ist am 8. April 2026 fällig.`,
    ],
    [
      'an extension asked for',
      () => aNonconformity().must('requestExtension', cast.owner),
      'An extension of the corrective action plan until 30 March 2026 is asked for:\n\n> Our platform team is on leave.\n\nThe corrective action plan is due on 23 March 2026.',
      'Für den Korrekturmaßnahmenplan wird eine Fristverlängerung bis zum 30. März 2026 beantragt:\n\n> Our platform team is on leave.\n\nDer Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
    ],
    [
      'extended',
      () => aNonconformity().must('requestExtension', cast.owner).must('decideExtension', cast.leadAuditor),
      'The extension was granted:\n\n> Reasonable.\n\n- corrective action plan: due on 30 March 2026, before on 23 March 2026 (extended by 7 days)\n\nThe corrective action plan is due on 30 March 2026.',
      'Die Fristverlängerung wurde gewährt:\n\n> Reasonable.\n\n- Korrekturmaßnahmenplan: fällig am 30. März 2026, bisher am 23. März 2026 (um 7 Tage verlängert)\n\nDer Korrekturmaßnahmenplan ist am 30. März 2026 fällig.',
    ],
    [
      'due dates moved',
      () =>
        aNonconformity('minor')
          .reach('remediation.awaiting')
          .revise({ nextAudit: '2027-03-15' })
          .must('followAudit', cast.system),
      'Due dates have moved.\n\n- evidence of remediation: due on 15 March 2027, before on 22 February 2027 (the next audit begins on 15 March 2027)\n\nThe evidence of remediation is due on 15 March 2027.',
      'Fristen haben sich verschoben.\n\n- Nachweis der Ursachenbeseitigung: fällig am 15. März 2027, bisher am 22. Februar 2027 (das nächste Audit beginnt am 15. März 2027)\n\nDer Nachweis der Ursachenbeseitigung ist am 15. März 2027 fällig.',
    ],
    [
      'a withdrawal proposed',
      () => aNonconformity().must('withdraw', cast.leadAuditor),
      'The lead auditor proposes to withdraw this finding. It waits for your decision.\n\n> It was out of the scope.\n\nThe corrective action plan is due on 23 March 2026.',
      'Die Auditleitung schlägt vor, diese Feststellung zurückzunehmen. Der Vorschlag wartet auf Ihre Entscheidung.\n\n> It was out of the scope.\n\nDer Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
    ],
    [
      'appealed',
      () => aNonconformity().must('appeal', cast.owner),
      'An appeal was made:\n\n> The restore test of 2025 was shown.\n\nThe decision on the appeal is due on 25 March 2026.',
      'Es wurde Einspruch eingelegt:\n\n> The restore test of 2025 was shown.\n\nDie Entscheidung über den Einspruch ist am 25. März 2026 fällig.',
    ],
    [
      'an appeal decided, after which clocks go on',
      () => aNonconformity().must('appeal', cast.owner).on('2026-03-12').must('decideAppeal', cast.decisionMaker),
      'The appeal was decided; outcome: upheld.\n\n> The test covered one system only.\n\n- corrective action plan: due on 25 March 2026, before on 23 March 2026 (clocks stood still for 2 days during the appeal)\n- evidence of correction: due on 10 April 2026, before on 8 April 2026 (clocks stood still for 2 days during the appeal)\n- evidence of remediation: due on 30 April 2026, before on 28 April 2026 (clocks stood still for 2 days during the appeal)\n\nThe corrective action plan is due on 25 March 2026.',
      'Über den Einspruch wurde entschieden; Ergebnis: bestätigt.\n\n> The test covered one system only.\n\n- Korrekturmaßnahmenplan: fällig am 25. März 2026, bisher am 23. März 2026 (während des Einspruchs ruhten die Fristen 2 Tage)\n- Nachweis der Korrektur: fällig am 10. April 2026, bisher am 8. April 2026 (während des Einspruchs ruhten die Fristen 2 Tage)\n- Nachweis der Ursachenbeseitigung: fällig am 30. April 2026, bisher am 28. April 2026 (während des Einspruchs ruhten die Fristen 2 Tage)\n\nDer Korrekturmaßnahmenplan ist am 25. März 2026 fällig.',
    ],
    [
      'a fault',
      () => aNonconformity().must('recordFault', cast.system),
      "A task of this finding's workflow failed. The finding is unchanged.\n\nTask:  Validate plan\nError: StoreFault\n\nThe corrective action plan is due on 23 March 2026.",
      'Eine Aufgabe im Ablauf dieser Feststellung ist fehlgeschlagen. Die Feststellung selbst ist unverändert.\n\nAufgabe: Validate plan\nFehler:  StoreFault\n\nDer Korrekturmaßnahmenplan ist am 23. März 2026 fällig.',
    ],
  ])('%s', (_what, life, english, german) => {
    const lived = life();
    expect(leadOf(lived, 'en')).toBe(english);
    expect(leadOf(lived, 'de')).toBe(german);
  });
});

test('a review that moved is said as one', () => {
  const life = aNonconformity()
    .reach('plan.in-review')
    .must('appeal', cast.owner)
    .on('2026-03-12')
    .must('decideAppeal', cast.decisionMaker);
  expect(leadOf(life, 'en')).toContain('\n- review: due on 26 March 2026, before on 24 March 2026 (clocks stood still');
  expect(leadOf(life, 'de')).toContain('\n- Prüfung: fällig am 26. März 2026, bisher am 24. März 2026 (während');
});

test('a decision by link says so, in the subject too', () => {
  const life = aNonconformity()
    .reach('plan.in-review')
    .must('return', { ...cast.leadAuditor, link: 'link-1' });
  const english = letterOf(life);
  expect(english.subject).toMatch(/^NC-01: returned by link \(/);
  expect(english.text).toContain('By:      lena@cb.example, by link');
  expect(letterOf(life, 'de').subject).toMatch(/^NC-01: zurückgegeben \(über einen Link\) \(/);
});

test('every event that somebody is told of has a sentence of its own, in both languages', () => {
  const lives = [
    aNonconformity()
      .must('withdraw', cast.leadAuditor)
      .must('decideWithdrawal', cast.decisionMaker, { confirmed: false, reason: 'No.' })
      .must('requestExtension', cast.owner)
      .must('decideExtension', cast.leadAuditor, { granted: false, reason: 'No.' })
      .must('requestExtension', cast.owner)
      .must('decideExtension', cast.leadAuditor)
      .must('assign', cast.ismsManager, { owner: cast.owner.person })
      .handIn(completeSubmission('plan', { rootCause: undefined }))
      .reach('plan.in-review')
      .must('return', cast.leadAuditor)
      .reach('remediation.verifying')
      .must('verify', cast.internalAuditor, { confirmed: false, statement: 'No.' })
      .reach('closed')
      .must('reopen', cast.leadAuditor)
      .must('appeal', cast.owner)
      .must('decideAppeal', cast.secondDecisionMaker)
      .must('regrade', cast.leadAuditor)
      .must('recordFault', cast.system)
      .must('withdraw', cast.leadAuditor)
      .must('decideWithdrawal', cast.decisionMaker),
    aNonconformity('minor').revise({ nextAudit: '2027-03-15' }).must('followAudit', cast.system),
    anOfi().must('respond', cast.owner).must('implement', cast.owner),
    anOfi().must('respond', cast.owner, { accepted: false, comment: 'No.' }),
  ];
  const events = lives.flatMap((life) => life.events);
  // Of these two nobody is told, but for what they change in a calendar.
  const told = Object.keys(toldOf).filter((type) => type !== 'regrade-refused' && type !== 'submitted');
  expect(new Set(events.map(({ type }) => type).filter((type) => told.includes(type)))).toEqual(new Set(told));
  for (const language of ['en', 'de'] as const)
    for (const event of events.filter(({ type }) => told.includes(type))) {
      const setting = { language, organization: 'Example AG', baseUrl: 'https://redress.example.org' };
      const { text } = written(changeLetter(event, setting));
      expect(text).not.toMatch(/This finding changed|Diese Feststellung hat sich geändert|undefined|\d{4}-\d{2}-\d{2}/);
    }
});

test('who is told for the sake of the calendar alone is asked for nothing', () => {
  const life = aNonconformity().must('assign', cast.ismsManager);
  const setting = { organization: 'Example AG', baseUrl: 'https://redress.example.org' };
  const lead = (language: Language) =>
    written(changeLetter(last(life), { ...setting, language }, 'calendar'))
      .text.split('\n\n')
      .slice(0, 2);
  expect(lead('en')).toEqual([
    'This finding changed: assigned.',
    'You get this message because a deadline in your calendar has changed: the file with it brings it up to date.',
  ]);
  expect(lead('de')[0]).toBe('Diese Feststellung hat sich geändert: zugewiesen.');
});

test('a letter of a finding with a long statement and number stays short', () => {
  const life = createLife().must('issue', cast.leadAuditor, issueBody({ statement: '🗄️'.repeat(1900) }));
  const { subject, text } = letterOf(life);
  expect(subject.isWellFormed()).toBe(true);
  expect(subject.length).toBeLessThan(160);
  expect([...text].length).toBeLessThan(900);
});

import { type AtStage, type Finding, isAtStage } from '#domain/finding/state.ts';
import type { Actor, Role } from '#domain/people/person.ts';
import type { Life } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';

/**
 * The longest way to Closed: an appeal to decide; a submission that was handed in incomplete to validate; then each of
 * three stages handed in, validated, verified and accepted.
 */
export const longestWay = 2 + 3 * 4;

/** Somebody new for each role, whatever the cast has done: people who took part, or carry out actions, may not judge. */
const newcomer = (role: Role): Actor => ({ person: `new-${role}@example.org`, roles: [role] });

/** Due dates of the actions are those of the finding, however they have moved. */
const wholeSubmission = (finding: AtStage) => {
  if (finding.stage !== 'plan') {
    const [doneOn, correctedOn] = ['2026-03-09', '2026-03-09'];
    if (finding.stage === 'correction') return completeSubmission('correction', { correctedOn });
    const { actions = [] } = completeSubmission('remediation').content;
    return completeSubmission('remediation', { actions: actions.map((action) => ({ ...action, doneOn })) });
  }
  const { actions = [] } = completeSubmission('plan').content;
  return completeSubmission('plan', {
    correction: { what: 'Restore one.', who: cast.actionOwner.person, by: finding.due.correction },
    actions: actions.map((action) => ({ ...action, dueDate: finding.due.remediation })),
  });
};

const stepOn = (life: Life, finding: AtStage): Life => {
  if (finding.status === 'validating') return life.must('validate', cast.system);
  if (finding.appeal)
    return life.must('decideAppeal', newcomer('decision-maker'), { outcome: 'upheld', reason: 'No.' });
  switch (finding.status) {
    case 'awaiting':
      return life.must('submit', newcomer('isms-manager'), wholeSubmission(finding));
    case 'verifying':
      return life.must('verify', newcomer('internal-auditor'), { confirmed: true, statement: 'I saw it.' });
    case 'in-review':
      return life.must('accept', cast.leadAuditor, { means: 'documents' });
  }
};

const stepOfOfi = (life: Life, finding: Finding): Life => {
  const ismsManager = newcomer('isms-manager');
  if (finding.status === 'awaiting-response')
    return life.must('respond', ismsManager, { accepted: true, comment: 'Yes.' });
  if (finding.status === 'response-accepted') return life.must('implement', ismsManager, { comment: 'Done.' });
  return life.must('close', ismsManager, {});
};

/**
 * Leads an open finding to Closed by commands alone, from wherever it stands, and answers how many it took. Throws
 * where a command of the way is refused.
 */
export const closeIt = (life: Life): number => {
  const before = life.events.length;
  for (let finding = life.finding(); finding.status !== 'closed'; finding = life.finding()) {
    if (life.events.length - before > longestWay)
      throw new Error(`still ${finding.status} after ${longestWay} commands`);
    if (isAtStage(finding)) stepOn(life, finding);
    else stepOfOfi(life, finding);
  }
  return life.events.length - before;
};

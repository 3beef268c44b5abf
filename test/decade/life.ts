import type { AuditFacts } from '#domain/audit/state.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { CommandBody, CommandName } from '#domain/finding/commands.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { type Finding, isAtStage } from '#domain/finding/state.ts';
import type { Actor } from '#domain/people/person.ts';
import { defaultPolicy } from '../../shared/domain/policy/built-in/default.ts';
import { auditContextOf, stage2 } from '../builders/audit.ts';
import { bodies, createLife, issueBody } from '../builders/finding.ts';
import { cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';
import type { Random } from './random.ts';

/** When a command is given: an instant, and the organization's civil date then. */
export interface Moment {
  readonly now: string;
  readonly today: string;
}

export const owners = ['ada', 'ben', 'cleo', 'dan', 'eve', 'finn', 'gus'].map((name) => `${name}@example.org`) as [
  string,
  ...string[],
];

/** An audit that was held some weeks before, whose certificate ends soon or late, or is none yet. */
export const auditAround = (random: Random, day: string): AuditFacts => {
  const held = addDays(day, -random.below(30) - 5);
  const expires = random.chance(0.5) ? addDays(day, 10 + random.below(500)) : undefined;
  return {
    ...stage2,
    kind: random.chance(0.4) ? 'stage-2' : 'surveillance',
    dates: {
      firstDay: addDays(held, -4),
      lastDay: held,
      closingMeeting: held,
      reportIssued: addDays(held, 3),
      reportReceived: addDays(held, 4),
      nextAudit: addDays(held, 330),
      ...(expires && { certificateExpires: expires }),
    },
  };
};

type Given = readonly [CommandName, Actor, object?];

/** What may be done to a finding as it stands, the likelier several times. */
const choices = (random: Random, finding: Finding): readonly Given[] => {
  if (!isAtStage(finding)) return finding.status === 'closed' ? [['reopen', cast.leadAuditor]] : [];
  const owner: Actor = { person: finding.owner, roles: [] };
  const { stage } = finding;
  if (finding.status === 'validating') return [['validate', cast.system]];
  const outcome = random.pick(['upheld', 'upheld', 'regraded']);
  const decided: Given = ['decideAppeal', cast.secondDecisionMaker, { outcome, reason: 'So.' }];
  const always: Given[] = [
    ['assign', cast.ismsManager, { owner: random.pick(owners) }],
    ['assign', cast.ismsManager, { owner: random.pick(owners) }],
    ['regrade', cast.leadAuditor, { ...bodies.regrade, grade: finding.grade === 'major' ? 'minor' : 'major' }],
    finding.appeal ? decided : ['appeal', owner],
    finding.withdrawal
      ? ['decideWithdrawal', cast.decisionMaker, { confirmed: random.chance(0.2), reason: 'So.' }]
      : ['withdraw', cast.leadAuditor],
  ];
  if (finding.appeal) return [...always, ...Array<Given>(8).fill(decided)];
  if (finding.status === 'awaiting') {
    const whole = completeSubmission(stage);
    const submission = random.chance(0.1) ? { ...whole, content: {} } : whole;
    const date = addDays(finding.due[stage], 1 + random.below(30));
    const extend: Given = finding.extension
      ? ['decideExtension', cast.leadAuditor, { granted: random.chance(0.8), reason: 'So.' }]
      : ['requestExtension', owner, { newDueDate: date, reason: 'Leave.' }];
    return [...always, extend, extend, extend, ...Array<Given>(24).fill(['submit', owner, submission])];
  }
  if (finding.status === 'verifying')
    return [
      ...always,
      ...Array<Given>(8).fill([
        'verify',
        cast.internalAuditor,
        { confirmed: random.chance(0.7), statement: 'I looked.' },
      ]),
    ];
  return [
    ...always,
    ...Array<Given>(16).fill(['accept', cast.leadAuditor, { means: 'documents' }]),
    ...Array<Given>(3).fill(['return', cast.leadAuditor]),
  ];
};

/** Hours until something happens to it again: soon, or long after everything was due. */
const pause = (random: Random, finding: Finding): number => {
  if (finding.status === 'validating') return random.below(3);
  if (random.chance(0.01)) return 24 * (30 + random.below(100));
  return random.below(24 * 9) + 1;
};

/**
 * One finding that lives at random. Everything that happens to it is by the domain: what that refuses does not happen.
 */
export const createRandomLife = (random: Random, id: string, audit: string, facts: AuditFacts) => {
  const context = { ...auditContextOf(facts), id: audit };
  const life = createLife({ id, audit: context, policy: defaultPolicy });
  const give = <C extends CommandName>(name: C, actor: Actor, moment: Moment, body: CommandBody<C> = bodies[name]) =>
    life.give(name, actor, body, moment);
  let next = 0;
  return {
    id,
    /** Hours from now until `step` is to be called. */
    pause: (): number => next,
    begin: (moment: Moment): FindingEvent | undefined => {
      const grade = random.chance(0.5) ? 'major' : 'minor';
      const body = issueBody({ number: id, grade, owner: random.pick(owners) });
      const event = give('issue', cast.leadAuditor, moment, body);
      next = random.below(24 * 20) + 1;
      return event.ok ? event.value : undefined;
    },
    /** One thing happens, or none. */
    step: (moment: Moment): FindingEvent | undefined => {
      const finding = life.finding();
      next = pause(random, finding);
      if (!isAtStage(finding) && !random.chance(0.001)) return undefined;
      if (isAtStage(finding) && random.chance(0.05)) {
        // The next audit is put on another day, or the certificate ends on another.
        const day = addDays(moment.today, random.below(200));
        life.revise(random.chance(0.5) ? { nextAudit: day } : { certificateExpires: day });
        const followed = give('followAudit', cast.system, moment);
        return followed.ok ? followed.value : undefined;
      }
      const open = choices(random, finding);
      const [name, actor, body] = open[random.below(open.length)] ?? [];
      if (!name || !actor) return undefined;
      const event = give(name, actor, moment, body as never);
      return event.ok ? event.value : undefined;
    },
  };
};
export type RandomLife = ReturnType<typeof createRandomLife>;

import fc from 'fast-check';
import { addDays } from '#domain/calendar/civil-date.ts';
import {
  type Command,
  type CommandBody,
  type CommandName,
  commandNames,
  reasonCodes,
  reviewMeans,
} from '#domain/finding/commands.ts';
import { offered } from '#domain/finding/decide.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { stages } from '#domain/finding/stage.ts';
import { type Finding, isAtStage } from '#domain/finding/state.ts';
import { type Actor, roles } from '#domain/people/person.ts';
import { builtInPolicies } from '#domain/policy/built-in/index.ts';
import type { Result } from '#domain/result.ts';
import type { Submission } from '#domain/submission/submission.ts';
import { auditContextOf, stage2 } from '../builders/audit.ts';
import { createLife, issueBody, type Life, type Setting } from '../builders/finding.ts';
import { alsoHolding, cast } from '../builders/people.ts';
import { completeSubmission } from '../builders/submissions.ts';

/** The cast, and some of them with a role that the separation of duties must keep from their own work. */
const people: readonly Actor[] = [
  ...Object.values(cast),
  alsoHolding(cast.ismsManager, 'internal-auditor'),
  alsoHolding(cast.actionOwner, 'internal-auditor', 'decision-maker'),
  alsoHolding(cast.leadAuditor, 'isms-manager', 'decision-maker'),
  { ...cast.leadAuditor, link: 'link-1' },
];
const addresses = ['nobody@nowhere.example', ...people.map(({ person }) => person)].filter((each) =>
  each.includes('@'),
);

/** The cast, and people who hold whatever roles at once. */
export const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...people) },
  { weight: 1, arbitrary: fc.record({ person: fc.constantFrom(...addresses), roles: fc.subarray([...roles]) }) },
);

const pick = <T>(n: number, from: readonly [T, ...T[]]): T => from[n % from.length] ?? from[0];
const bit = (n: number, place: number): boolean => ((n >> place) & 1) === 1;

/** From weeks before the audit to months after it, and now and then a day at the end of the world. */
const dateOf = (n: number): string =>
  n % 13 === 0 ? pick(n, ['0001-01-01', '9999-12-31', '2028-02-29']) : addDays('2026-03-10', (n % 240) - 40);

/** Complete every other time, else with some parts left out. */
const submissionOf = (n: number): Submission => {
  const whole = completeSubmission(pick(n, stages));
  if (bit(n, 4)) return whole;
  const parts = Object.entries(whole.content).filter((_part, place) => bit(n, 5 + place));
  return { stage: whole.stage, content: Object.fromEntries(parts) } as Submission;
};

const transcriptionOf = (n: number) =>
  bit(n, 3) ? { transcription: { decidedBy: 'Lena', decidedOn: dateOf(n), document: 'decision-2026-03' } } : {};

/** Bodies of each command, some of which the domain takes and some not; the number says which. */
const bodyOf: { readonly [C in CommandName]: (n: number) => CommandBody<C> } = {
  issue: (n) => issueBody({ grade: pick(n, ['major', 'minor', 'ofi']) }),
  assign: (n) => ({ owner: addresses[n % addresses.length] ?? cast.owner.person }),
  submit: submissionOf,
  validate: () => ({}),
  verify: (n) => ({ confirmed: n % 3 > 0, statement: 'I saw it.' }),
  accept: (n) => ({ means: pick(n, reviewMeans), ...transcriptionOf(n) }),
  return: (n) => ({
    codes: [pick(n, reasonCodes)],
    comment: 'No.',
    means: pick(n, reviewMeans),
    ...transcriptionOf(n),
  }),
  requestExtension: (n) => ({ newDueDate: dateOf(n), reason: 'Leave.' }),
  decideExtension: (n) => ({ granted: n % 3 > 0, reason: 'Well.' }),
  regrade: (n) => ({ grade: pick(n, ['major', 'minor']), reason: 'Well.' }),
  refuseRegrade: (n) => ({
    proposed: { because: 'open-at-next-audit', nextAudit: bit(n, 0) ? '2027-02-22' : dateOf(n) },
    reason: 'Well.',
  }),
  withdraw: () => ({ reason: 'Well.' }),
  decideWithdrawal: (n) => ({ confirmed: n % 3 === 0, reason: 'Well.' }),
  appeal: () => ({ grounds: 'Well.' }),
  decideAppeal: (n) => ({ outcome: pick(n, ['upheld', 'regraded', 'upheld', 'withdrawn']), reason: 'Well.' }),
  followAudit: () => ({}),
  reopen: (n) => ({ cause: pick(n, ['recurrence', 'ineffective', 'false-evidence']), comment: 'Again.' }),
  respond: (n) => ({ accepted: n % 3 > 0, comment: 'Well.' }),
  implement: () => ({ comment: 'Done.' }),
  close: (n) => (bit(n, 0) ? { comment: 'Thank you.' } : {}),
  recordFault: () => ({ task: 'Validate plan', error: 'StoreFault', cause: 'no answer' }),
};

const commandOf = (name: CommandName, n: number): Command => ({ name, body: bodyOf[name](n) }) as Command;

const anyNumber = fc.nat({ max: 2 ** 20 });
export const anyCommand: fc.Arbitrary<Command> = fc
  .tuple(fc.constantFrom(...commandNames), anyNumber)
  .map(([name, n]) => commandOf(name, n));

interface Step {
  readonly days: number;
  readonly command: Command;
  readonly actor: Actor;
  /** Instead of `command` by `actor`, something that is offered to somebody of the cast: the one of this place. */
  readonly offeredAt: number | undefined;
  /** The audit is revised before the step: another next audit, or another expiry of the certificate. */
  readonly revised: number | undefined;
}

/** Three in four steps take up something offered, or no life would get far. */
const anyStep: fc.Arbitrary<Step> = fc.record({
  days: fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 120 })),
  command: anyCommand,
  actor: anyActor,
  offeredAt: fc.oneof({ weight: 3, arbitrary: anyNumber }, fc.constant(undefined)),
  revised: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, anyNumber),
});

const anySetting: fc.Arbitrary<Setting> = fc
  .record({
    kind: fc.constantFrom('stage-2', 'surveillance'),
    nextAudit: fc.constantFrom(undefined, '2026-05-04', '2027-02-22'),
    certificateExpires: fc.constantFrom(undefined, '2026-04-15', '2028-12-31'),
    verify: fc.subarray([...stages]),
    atMost: fc.integer({ min: 0, max: 3 }),
    pausesClocks: fc.boolean(),
    movesLaterStages: fc.boolean(),
    base: fc.constantFrom(...Object.values(builtInPolicies)),
    moveToWorkingDay: fc.boolean(),
  })
  .map((any) => {
    const { kind, nextAudit, certificateExpires, verify, atMost, pausesClocks, base } = any;
    const { movesLaterStages, moveToWorkingDay } = any;
    const { nextAudit: _n, ...dates } = stage2.dates;
    return {
      audit: auditContextOf({
        ...stage2,
        kind,
        dates: { ...dates, ...(nextAudit && { nextAudit }), ...(certificateExpires && { certificateExpires }) },
      }),
      policy: {
        ...base,
        closedOn: ['2026-04-03', '2026-04-06', '2026-05-14', '2026-12-25'],
        moveToWorkingDay,
        verify,
        extensions: { atMost, daysEach: 30, movesLaterStages },
        appeal: { decisionDays: 15, pausesClocks },
      },
    };
  });

/** Freezes a value all the way down: whoever changes it in place throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
};

export interface Course {
  readonly setting: Setting;
  readonly grade: 'major' | 'minor' | 'ofi';
  readonly steps: readonly Step[];
}

export const courses = (maxLength: number): fc.Arbitrary<Course> =>
  fc.record({
    setting: anySetting,
    grade: fc.constantFrom('major', 'minor', 'major', 'minor', 'ofi'),
    steps: fc.array(anyStep, { maxLength, size: 'max' }),
  });

export const begin = ({ setting, grade }: Course): Life =>
  createLife(frozen(setting)).must('issue', cast.leadAuditor, issueBody({ grade }));

/** A command that fits the finding and the person, as people who know what they do would give it. */
const fitting = (name: CommandName, finding: Finding, actor: Actor, n: number): Command => {
  const command = commandOf(name, n);
  if (!isAtStage(finding)) return command;
  const { stage, due } = finding;
  switch (command.name) {
    case 'submit':
      return { name: 'submit', body: completeSubmission(stage) };
    case 'requestExtension':
      return { name: 'requestExtension', body: { newDueDate: addDays(due[stage], 1 + (n % 30)), reason: 'Leave.' } };
    case 'accept':
    case 'return': {
      const { transcription: _t, ...body } = command.body;
      const transcription = { decidedBy: 'Lena', decidedOn: '2026-03-10', document: 'decision-2026-03' };
      const transcribes = actor.roles.includes('isms-manager');
      return { name, body: { ...body, ...(transcribes && { transcription }) } } as Command;
    }
    default:
      return command;
  }
};

/** Another number for the body than for the choice, so that not one body always goes with one person. */
const stirred = (n: number): number => Math.imul(n + 1, 0x9e3779b1) >>> 9;

/** What leads on is taken more often, or few lives would close; a fault can always be recorded and would fill them. */
const weightOf = (name: CommandName): number => {
  if (name === 'recordFault') return 0;
  return ['submit', 'validate', 'verify', 'accept', 'reopen', 'decideExtension'].includes(name) ? 4 : 1;
};

/** The command that a step comes to now, and who gives it. */
const chosen = (life: Life, { command, actor, offeredAt }: Step): Pick<Step, 'command' | 'actor'> => {
  if (offeredAt === undefined) return { command, actor };
  const finding = life.finding();
  const open = people.flatMap((person) =>
    offered(finding, person, life.audit).map((name) => ({ name, actor: person })),
  );
  const names = [...new Set(open.map(({ name }) => name))].flatMap((name) => Array(weightOf(name)).fill(name));
  const name: CommandName | undefined = names[offeredAt % Math.max(1, names.length)];
  const n = stirred(offeredAt);
  const able = open.filter((each) => each.name === name);
  const taken = able[n % Math.max(1, able.length)];
  if (!taken) return { command, actor };
  return {
    command: n % 5 > 0 ? fitting(taken.name, finding, taken.actor, n >> 3) : commandOf(taken.name, n >> 3),
    actor: taken.actor,
  };
};

/** What a revision says of what lies ahead: taken off the plan, or put on another day. */
const revision = (n: number) => {
  const on = bit(n, 2) ? addDays('2026-03-10', n % 700) : undefined;
  return pick(n, [{ nextAudit: on }, { nextAudit: on }, { certificateExpires: on }]);
};

export interface Taken {
  readonly command: Command;
  readonly actor: Actor;
  readonly answer: Result<FindingEvent>;
}

/** Takes one step; what is refused leaves the life as it was. */
export const take = (life: Life, step: Step): Taken => {
  life.on(addDays(life.today, step.days));
  if (step.revised !== undefined) life.revise(revision(step.revised));
  const { command, actor } = chosen(life, step);
  return { command, actor, answer: life.giveCommand(command, actor) };
};

import type { AnchorDates } from '#domain/finding/anchor-dates.ts';
import type { Command, CommandBody } from '#domain/finding/commands.ts';
import type { DecisionContext } from '#domain/finding/context.ts';
import { decide } from '#domain/finding/decide.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import type { Stage } from '#domain/finding/stage.ts';
import { type Finding, isAtStage } from '#domain/finding/state.ts';
import type { Actor } from '#domain/people/person.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import type { Policy } from '#domain/policy/policy.ts';
import type { Result } from '#domain/result.ts';
import type { PlanSubmission, Submission } from '#domain/submission/submission.ts';
import { auditContextOf } from './audit.ts';
import { cast } from './people.ts';
import { completeSubmission, registered } from './submissions.ts';

export const findingId = '2026-stage-2-nc-01';

/** What a person gives to issue a finding; the default is a major on backups. */
export const issueBody = (change: Partial<CommandBody<'issue'>> = {}): CommandBody<'issue'> => ({
  number: 'NC-01',
  grade: 'major',
  requirements: [{ framework: 'ISO/IEC 27001:2022', id: 'A.8.13' }],
  statement: 'Backups are written every night and were never restored to try them.',
  owner: cast.owner.person,
  ...change,
});

/** A body for every command that lacks nothing: what a test gives when its body does not matter. */
export const bodies: { readonly [C in Command['name']]: CommandBody<C> } = {
  issue: issueBody(),
  assign: { owner: cast.observer.person },
  submit: completeSubmission('plan'),
  validate: {},
  verify: { confirmed: true, statement: 'I saw the logs and asked two administrators.' },
  accept: { means: 'documents' },
  return: { codes: ['cause-not-addressed'], comment: 'Why was nobody named?', means: 'documents' },
  requestExtension: { newDueDate: '2026-03-30', reason: 'Our platform team is on leave.' },
  decideExtension: { granted: true, reason: 'Reasonable.' },
  regrade: { grade: 'minor', reason: 'One system only.' },
  refuseRegrade: {
    proposed: { because: 'open-at-next-audit', nextAudit: '2027-02-22' },
    reason: 'The supplier delivers a week after it.',
  },
  withdraw: { reason: 'It was out of the scope.' },
  decideWithdrawal: { confirmed: true, reason: 'I agree.' },
  appeal: { grounds: 'The restore test of 2025 was shown.' },
  decideAppeal: { outcome: 'upheld', reason: 'The test covered one system only.' },
  followAudit: {},
  reopen: { cause: 'recurrence', comment: 'It happened again.' },
  respond: { accepted: true, comment: 'We shall do that.' },
  implement: { comment: 'Done with release 7.' },
  close: {},
  recordFault: { task: 'Validate plan', error: 'StoreFault', cause: 'the table did not answer' },
};

const commandOf = <C extends Command['name']>(name: C, body: CommandBody<C>): Command => ({ name, body }) as Command;

/** The audit, the policy and the finding's id may be other ones; by default they are those of the builders. */
export interface Setting {
  readonly id?: string;
  readonly audit: DecisionContext['audit'];
  readonly policy: Policy;
}

/**
 * One finding and its events, on a calendar of its own: `on` sets the day, each command is given on it. `give` answers
 * as `decide` does and keeps the event; `must` throws where `give` is refused.
 */
export const createLife = (setting: Partial<Setting> = {}) => {
  const { id = findingId, policy = defaultPolicy } = setting;
  let { audit = auditContextOf() } = setting;
  const events: FindingEvent[] = [];
  const submissions = new Map<string, Submission>();
  let today = '2026-03-10';

  const state = (): Finding | undefined => events.at(-1)?.state;
  const finding = (): Finding => {
    const found = state();
    if (!found) throw new Error('no finding was issued yet');
    return found;
  };

  const acceptedPlan = (found: Finding): PlanSubmission | undefined => {
    if (found.grade === 'ofi') return undefined;
    const round = found.rounds.findLast(
      (each) => each.stage === 'plan' && each.outcome === 'accepted' && each.cycle === found.cycle,
    );
    const submission = round && submissions.get(round.submission.hash);
    return submission?.stage === 'plan' ? submission.content : undefined;
  };

  const contextFor = (command: Command): DecisionContext => {
    const found = state();
    const submission = found && 'submission' in found && submissions.get(found.submission.hash);
    return {
      now: `${today}T10:00:00.000Z`,
      today,
      audit,
      ...(command.name === 'issue' && { issuing: { id, policy } }),
      ...(command.name === 'submit' && { submissionHash: `hash-${submissions.size + 1}` }),
      ...(command.name === 'validate' &&
        found &&
        submission && { validating: { submission, evidence: [registered], acceptedPlan: acceptedPlan(found) } }),
      transcribing: { document: registered, names: { [cast.owner.person]: 'Olga Owner' } },
    };
  };

  const giveCommand = (command: Command, actor: Actor, change: Partial<DecisionContext> = {}): Result<FindingEvent> => {
    const context = { ...contextFor(command), ...change };
    const key = `command-${events.length + 1}`;
    const event = decide(state(), { command, actor, id: key, fingerprint: `print-of-${key}` }, context);
    if (!event.ok) return event;
    events.push(event.value);
    if (command.name === 'submit' && context.submissionHash) submissions.set(context.submissionHash, command.body);
    return event;
  };

  const life = {
    events,
    get audit() {
      return audit;
    },
    get today() {
      return today;
    },
    on: (date: string) => {
      today = date;
      return life;
    },
    /** The audit is revised: what its findings are told of it from now on. */
    revise: (anchors: Partial<AnchorDates>) => {
      audit = { ...audit, anchors: audit.anchors && { ...audit.anchors, ...anchors } };
      return life;
    },
    state,
    finding,
    contextFor,
    giveCommand,
    give: <C extends Command['name']>(
      name: C,
      actor: Actor,
      body: CommandBody<C> = bodies[name],
      change: Partial<DecisionContext> = {},
    ) => giveCommand(commandOf(name, body), actor, change),
    must: <C extends Command['name']>(name: C, actor: Actor, body: CommandBody<C> = bodies[name]) => {
      const event = life.give(name, actor, body);
      if (!event.ok) throw new Error(`${name} refused: ${event.refusals.map(({ code }) => code).join(', ')}`);
      return life;
    },
    /** The owner submits and Redress validates. */
    handIn: (submission: Submission, by: Actor = cast.owner) =>
      life.must('submit', by, submission).must('validate', cast.system),
    /** From awaiting to accepted, by the cast, with nothing missing. */
    pass: (stage: Stage) => {
      life.handIn(completeSubmission(stage));
      if (life.finding().status === 'verifying') life.must('verify', cast.internalAuditor);
      return life.must('accept', cast.leadAuditor);
    },
    /** On to a step such as `remediation.in-review`, from wherever before it the finding stands. */
    reach: (step: `${Stage}.${'awaiting' | 'validating' | 'verifying' | 'in-review'}` | 'closed') => {
      const [stage, status] = step.split('.');
      let found = life.finding();
      while (isAtStage(found) && found.stage !== stage) {
        life.pass(found.stage);
        found = life.finding();
      }
      if (!isAtStage(found) || status === 'awaiting') return life;
      life.must('submit', cast.owner, completeSubmission(found.stage));
      if (status === 'validating') return life;
      life.must('validate', cast.system);
      if (status === 'verifying') return life;
      return life.finding().status === 'verifying' ? life.must('verify', cast.internalAuditor) : life;
    },
  };
  return life;
};
export type Life = ReturnType<typeof createLife>;

/** The life of a nonconformity just issued: a major unless another grade is asked for. */
export const aNonconformity = (grade: 'major' | 'minor' = 'major', setting: Partial<Setting> = {}): Life =>
  createLife(setting).must('issue', cast.leadAuditor, issueBody({ grade }));

/** The life of an opportunity for improvement just issued. */
export const anOfi = (): Life =>
  createLife().must('issue', cast.leadAuditor, issueBody({ number: 'OFI-1', grade: 'ofi' }));

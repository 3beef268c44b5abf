import { secondsAfter } from '../calendar/instants.ts';
import type { TeamMember } from '../finding/context.ts';
import type { Stage } from '../finding/stage.ts';
import { type Finding, isOpen } from '../finding/state.ts';
import type { Actor } from '../people/person.ts';
import type { Refusal } from '../result.ts';
import type { Link, LinkPurpose } from './link.ts';

/** What links of a purpose are about, and for how many days at most they last. */
interface PurposeRule {
  readonly about: 'audit' | 'finding';
  readonly mostDays: number;
  /** Whether uses of it are counted. */
  readonly counted: boolean;
}

export const purposeRules = {
  'upload-report': { about: 'audit', mostDays: 90, counted: true },
  'upload-evidence': { about: 'finding', mostDays: 90, counted: true },
  review: { about: 'finding', mostDays: 90, counted: true },
  calendar: { about: 'audit', mostDays: 366, counted: false },
} as const satisfies Record<LinkPurpose, PurposeRule>;

/** What somebody wants to make a link for. */
export interface LinkWish {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly finding?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly days: number;
  readonly uses?: number | undefined;
}

export interface LinkContext {
  readonly now: string;
  readonly actor: Actor;
  readonly audit: { readonly id: string; readonly team: readonly TeamMember[] };
  /** The finding that the wish names, where there is one. */
  readonly finding: Finding | undefined;
}

type Rule = (wish: LinkWish, context: LinkContext) => Refusal | undefined;

const aboutTheRightThing: Rule = (wish, { audit, finding }) => {
  const rule = purposeRules[wish.purpose];
  if (rule.about === 'audit')
    return wish.finding === undefined
      ? undefined
      : {
          code: 'link-takes-no-finding',
          message: `A link for ${wish.purpose} is for the whole audit: leave the finding out.`,
          field: 'finding',
        };
  if (wish.finding === undefined)
    return {
      code: 'link-needs-finding',
      message: `A link for ${wish.purpose} is for one finding: name it.`,
      field: 'finding',
    };
  return finding?.facts.audit === audit.id
    ? undefined
    : { code: 'unknown-finding', message: 'This audit has no such finding.', field: 'finding' };
};

const stageThatIsThere: Rule = (wish, { finding }) => {
  if (wish.stage === undefined) return undefined;
  if (purposeRules[wish.purpose].about === 'audit')
    return { code: 'link-takes-no-stage', message: 'A link for an audit has no stage: leave it out.', field: 'stage' };
  return finding?.grade === 'ofi'
    ? { code: 'link-takes-no-stage', message: 'An opportunity for improvement has no stages.', field: 'stage' }
    : undefined;
};

const somethingToDo: Rule = (wish, { finding }) => {
  if (!finding) return undefined;
  if (wish.purpose === 'upload-evidence' && !isOpen(finding))
    return { code: 'wrong-state', message: `This finding is ${finding.status}: it takes no more evidence.` };
  return wish.purpose === 'review' && finding.grade === 'ofi'
    ? {
        code: 'link-needs-nonconformity',
        message: 'An opportunity for improvement is not reviewed by the certification body.',
        field: 'finding',
      }
    : undefined;
};

const reviewedByTheLead: Rule = (wish, { actor, audit }) => {
  if (wish.purpose !== 'review') return undefined;
  if (wish.email === actor.person)
    return {
      code: 'own-link',
      message: 'Nobody makes a link for themselves to decide by. Sign in and decide, or have somebody else make it.',
      field: 'email',
    };
  return audit.team.some((member) => member.person === wish.email && member.role === 'lead-auditor')
    ? undefined
    : {
        code: 'not-the-lead-auditor',
        message: 'Only the lead auditor of this audit reviews its findings: send the link to that address.',
        field: 'email',
      };
};

const withinLimits: Rule = (wish) => {
  const { mostDays } = purposeRules[wish.purpose];
  return wish.days > mostDays
    ? {
        code: 'link-lasts-too-long',
        message: `A link for ${wish.purpose} lasts ${mostDays} days at most. Make another one then.`,
        field: 'days',
      }
    : undefined;
};

const countable: Rule = (wish) =>
  wish.uses !== undefined && !purposeRules[wish.purpose].counted
    ? {
        code: 'link-not-counted',
        message: 'Calendar programs read a calendar as often as they like: leave the number of uses out.',
        field: 'uses',
      }
    : undefined;

const rules: readonly Rule[] = [
  aboutTheRightThing,
  stageThatIsThere,
  somethingToDo,
  reviewedByTheLead,
  withinLimits,
  countable,
];

/** Every reason why this link is not made; who may make links at all: `people/permissions.ts`. */
export const refusedLink = (wish: LinkWish, context: LinkContext): readonly Refusal[] =>
  rules.flatMap((rule) => rule(wish, context) ?? []);

const secondsOfDay = 24 * 60 * 60;

/** The link that a wish comes to. */
export const linkFrom = (id: string, wish: LinkWish, { now, actor, audit }: LinkContext): Link => {
  const { days, ...rest } = wish;
  return {
    id,
    ...rest,
    audit: audit.id,
    by: actor.person,
    at: now,
    expiresAt: secondsAfter(now, days * secondsOfDay),
    used: 0,
    version: 1,
  };
};

import * as z from 'zod';
import { auditActions } from '#domain/audit/actions.ts';
import { AuditFacts, ReportImport } from '#domain/audit/state.ts';
import { CivilDate } from '#domain/calendar/civil-date.ts';
import { Comment, longestComment } from '#domain/comment/comment.ts';
import { accessKinds } from '#domain/evidence/access.ts';
import { EvidenceRecord, evidenceTypeNames, maxFileBytes } from '#domain/evidence/evidence.ts';
import { capReasons } from '#domain/finding/cap.ts';
import { commandNames } from '#domain/finding/commands.ts';
import { Decision } from '#domain/finding/decision.ts';
import { eventEnvelope } from '#domain/finding/events.ts';
import { stages } from '#domain/finding/stage.ts';
import { Finding, grades, ProposedBecause, statuses } from '#domain/finding/state.ts';
import { Link, linkPurposes, linkStatuses } from '#domain/link/link.ts';
import { returnKinds, Suppression } from '#domain/notice/suppression.ts';
import { PackJob } from '#domain/pack/job.ts';
import { Person, PersonId } from '#domain/people/person.ts';
import { Preferences } from '#domain/people/preferences.ts';
import { SavedViews } from '#domain/people/saved-view.ts';
import { ReportRowSchema } from '#domain/report/row.ts';
import { Requirement } from '#domain/requirement/requirement.ts';
import { Submission } from '#domain/submission/submission.ts';
import { Webhook, WebhookSettings } from '#domain/webhook/webhook.ts';

export { ExplainedDatesView, ExplainQuery, PolicyView } from './policy-dates.ts';

/** Bodies and answers of the HTTP API. Bodies are strict: an unknown field is refused, by its name. */

/** Bytes of a request body, at most. Files never pass through the API. */
export const maxBodyBytes = 256 * 1024;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Give the SHA-256 as 64 lower-case hex digits.' });
const next = z.string().optional();

export const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  next: z.string().max(2000).optional(),
});

/** A finding in a list. `overdue` is derived: due date passed and nothing submitted. */
export const FindingItem = z.object({
  id: z.string(),
  version: z.int(),
  audit: z.string(),
  number: z.string(),
  grade: z.enum(grades),
  status: z.enum(statuses),
  stage: z.enum(stages).optional(),
  cycle: z.int().optional(),
  round: z.int().optional(),
  owner: z.string(),
  requirements: z.array(z.string()),
  summary: z.string(),
  issuedOn: CivilDate,
  closedOn: CivilDate.optional(),
  due: CivilDate.optional(),
  waitsFor: z.enum(['owner', 'verifier', 'reviewer', 'appeal']).optional(),
  overdue: z.boolean(),
  /** The certification body's newest decision, and how it came: told apart by `via`. */
  decision: Decision.optional(),
});
/** One page of what a person may see of the register. */
export const FindingList = z.object({
  findings: z.array(FindingItem),
  /** Findings on all pages together. */
  total: z.int(),
  /** Findings without any filter. */
  all: z.int(),
  /** Who owns any of them, in order. */
  owners: z.array(z.string()),
});

/** The open findings that concern a person; `awaited`: what each waits for from that person, and from nobody else. */
export const WorkList = z.object({
  work: z.array(FindingItem.extend({ awaited: z.array(z.enum(commandNames)) })),
  /** `false`: there is more than this, due later. */
  isWhole: z.boolean(),
  /** The date by the organization's clock. */
  today: CivilDate,
});

/** A finding's hard cap, once it is 30 days off: `near`, or `passed`. `days`: until then, negative after. */
const CapFlag = z.object({
  on: CivilDate,
  reason: z.enum(capReasons),
  state: z.enum(['near', 'passed']),
  days: z.int(),
});

/** A finding whole. `version` is what `If-Match` names; `actions` are the commands this person may give now. */
export const FindingView = z.object({
  version: z.int(),
  finding: Finding,
  open: z.boolean(),
  overdue: z.boolean(),
  cap: CapFlag.optional(),
  actions: z.array(z.enum(commandNames)),
  /** Whether this person accepts or returns only by copying the certification body's decision from its document. */
  transcribes: z.boolean(),
  /** The date by the organization's clock. */
  today: CivilDate,
});
export type FindingView = z.infer<typeof FindingView>;

/** The trail as it is stored, hashes and all, so that anybody can check it. */
export const EventList = z.object({
  events: z.array(
    z.looseObject({ ...eventEnvelope, type: z.string(), prevHash: z.string().nullable(), hash: z.string() }),
  ),
});
export const SubmissionView = z.object({ hash: z.string(), submission: Submission });

export const NoticeList = z.object({
  notices: z.array(
    z.object({
      key: z.string(),
      kind: z.string(),
      to: z.string(),
      subject: z.string(),
      status: z.enum(['claimed', 'sent', 'suppressed']),
      at: z.string(),
      returned: z.object({ kind: z.enum(returnKinds), at: z.string(), reason: z.string() }).optional(),
    }),
  ),
});

/** Blanks around it do not count. */
export const AddComment = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(longestComment)
    // As JSON each takes six bytes, and all comments of a finding are one answer.
    .refine((text) => !/[^\P{Cc}\t\r\n]/u.test(text), {
      error: 'A text holds a control character. Send it as plain text.',
    }),
});
export const CommentView = Comment;
export const CommentList = z.object({ comments: z.array(Comment) });

export const OpenAudit = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,29}$/, { error: 'Use 2 to 30 lower-case letters, digits and dashes: 2026-stage-2.' }),
  ...AuditFacts.shape,
});
export const ReviseAudit = z.strictObject(AuditFacts.shape);
/** An audit; `actions`: what this person may do with it, and on it. */
export const AuditView = z.object({
  version: z.int(),
  id: z.string(),
  facts: AuditFacts,
  imports: z.array(ReportImport),
  actions: z.array(z.enum(auditActions)),
});
/** Minors that are proposed to be regraded to major, and why. The lead auditor decides, by `regrade` or `refuseRegrade`. */
export const ProposalList = z.object({
  proposals: z.array(z.intersection(z.object({ finding: z.string(), number: z.string() }), ProposedBecause)),
});
export const AuditList = z.object({
  audits: z.array(
    z.object({ id: z.string(), version: z.int(), kind: z.string(), title: z.string(), firstDay: CivilDate }),
  ),
  next,
});

/** What a file will be. The upload is then refused unless it is exactly this. */
export const UploadRequest = z.strictObject({
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => !/[/\\\p{Cc}]/u.test(name), { error: 'Give the file name alone, without a path.' }),
  type: z.enum(evidenceTypeNames),
  size: z.int().min(1).max(maxFileBytes),
  sha256: Sha256,
});
/** `upload`: the form to post the file with. `parts`: the file is too large for one piece, send it in so many parts. */
export const UploadGranted = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: z.string() }).optional(),
  parts: z.object({ count: z.int(), size: z.int() }).optional(),
});
export type UploadGranted = z.infer<typeof UploadGranted>;

const Part = z.strictObject({ number: z.int().min(1).max(10_000), size: z.int().min(1), sha256: Sha256 });
export const PartsRequest = z.strictObject({ parts: z.array(Part).min(1).max(50) });
/** For each part a PUT with exactly these headers. */
export const PartsGranted = z.object({
  parts: z.array(
    z.object({
      number: z.int(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresAt: z.string(),
    }),
  ),
});
export const PartsList = z.object({ parts: z.array(Part) });

export const EvidenceView = EvidenceRecord.omit({ key: true, parts: true, announced: true });
export type EvidenceView = z.infer<typeof EvidenceView>;
export const EvidenceList = z.object({ evidence: z.array(EvidenceView) });

export const DownloadGranted = z.object({ url: z.string(), expiresAt: z.string() });
export const AccessList = z.object({
  accesses: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(accessKinds),
      person: z.string(),
      address: z.string(),
      link: z.string().optional(),
      subject: z.string().optional(),
    }),
  ),
});
export const PackView = PackJob.omit({ key: true });
export const PackList = z.object({ packs: z.array(PackView) });
export const SigningKey = z.object({ publicKey: z.string(), fingerprint: z.string() });

/** Whom a link is for and what for. `upload-evidence` and `review` are for one finding, the others for the audit. */
export const MakeLink = z.strictObject({
  purpose: z.enum(linkPurposes),
  email: PersonId,
  finding: z.string().min(1).max(100).optional(),
  stage: z.enum(stages).optional(),
  /** Days from now after which the link is dead. */
  days: z.int().min(1).max(366).default(14),
  /** How often it may be used. Left out: as often as one likes. */
  uses: z.int().min(1).max(1000).optional(),
});
/** What people see of a link: nothing that opens it. */
export const LinkView = Link.omit({ code: true, session: true, pausedUntil: true, lastUse: true }).extend({
  status: z.enum(linkStatuses),
});
export const LinkMade = z.object({ link: LinkView, url: z.string() });
export const LinkList = z.object({ links: z.array(LinkView) });

export const ImportRequest = z.strictObject({ upload: z.string().min(8).max(64) });
export const ImportView = ReportImport.extend({
  reasons: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() })).optional(),
  rowList: z.array(ReportRowSchema),
});

/** Confirmation of an import: what people add to the rows, and which rows are left out. */
export const ConfirmRequest = z.strictObject({
  /** Owner of every row that names none. */
  owner: PersonId.optional(),
  rows: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        grade: z.enum(grades).optional(),
        owner: PersonId.optional(),
        requirements: z.array(Requirement).min(1).max(20).optional(),
        leaveOut: z.boolean().optional(),
      }),
    )
    .max(500)
    .default([]),
});

/** Somebody else. How each looks at the register is that person's own. */
export const PersonListed = Person.omit({ views: true });
export const PeopleList = z.object({ people: z.array(PersonListed) });
export const PersonView = Person;
export const PutPerson = Person.omit({ email: true, preferences: true, views: true });
export const SetPreferences = Preferences;
export const KeepViews = z.strictObject({ views: SavedViews });

/** One's own feed of deadlines. Its address is answered once, when it is made. */
export const CalendarMade = z.object({ url: z.string(), link: LinkView });
export const CalendarView = z.object({ link: LinkView.optional() });

/** Addresses that nothing is sent to any more, because mail to them came back or was complained of. */
export const SuppressionList = z.object({ suppressions: z.array(Suppression) });

/** What an administrator sets of a webhook. `events` left out: all. The secret is answered once, when it is made. */
export const MakeWebhook = WebhookSettings;
export const ChangeWebhook = WebhookSettings.extend({ enabled: z.boolean() });
export const WebhookView = Webhook;
export const WebhookMade = z.object({ webhook: Webhook, secret: z.string() });
export const WebhookList = z.object({ webhooks: z.array(Webhook) });

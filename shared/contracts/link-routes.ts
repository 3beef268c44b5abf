import * as z from 'zod';
import { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { reasonCodes, reviewMeans } from '#domain/finding/commands.ts';
import { type LinkPurpose, linkPurposes } from '#domain/link/link.ts';
import { apiPath } from './front.ts';
import { PartsGranted, PartsList, PartsRequest, UploadGranted, UploadRequest } from './http.ts';

/**
 * One line of what a link lets its holder do. Everybody who has the address may ask for these, without an account; the
 * function `link-pages` serves them. `opened`: only after the one-time code was given, in the session it opened.
 * A GET changes nothing: scanners of mail open links.
 */
export interface LinkRoute {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly purposes: readonly LinkPurpose[];
  readonly opened: boolean;
  readonly summary: string;
  /** What the form of the page sends (`application/x-www-form-urlencoded`), or the page's script (JSON). */
  readonly body?: z.ZodType;
  /** `text/html` is a page, or after a POST the way back to it (303). */
  readonly answer: 'text/html' | 'text/calendar' | z.ZodType;
}

const text = z.string().trim().min(1).max(4000);

export const CodeForm = z.object({
  code: z
    .string()
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'The code has six digits.' })),
});
export const AcceptForm = z.object({
  version: z.coerce.number().int().min(1),
  means: z.enum(reviewMeans),
  comment: z
    .string()
    .trim()
    .max(4000)
    .transform((comment) => comment || undefined)
    .optional(),
});
export const ReturnForm = z.object({
  version: z.coerce.number().int().min(1),
  means: z.enum(reviewMeans),
  /** One box ticked comes as text, several as a list. */
  codes: z.union(
    [z.enum(reasonCodes).transform((code) => [code]), z.array(z.enum(reasonCodes)).min(1).max(reasonCodes.length)],
    { error: 'Tick at least one reason.' },
  ),
  comment: text,
});
/** What the page's script sees of an uploaded file: where its checks stand. */
export const LinkFile = EvidenceRecord.pick({
  id: true,
  fileName: true,
  size: true,
  sha256: true,
  status: true,
  reason: true,
});

const uploads = ['upload-report', 'upload-evidence'] as const;
const withCode = ['upload-report', 'upload-evidence', 'review'] as const;
const link = '/links/{link}';

// biome-ignore format: a table reads best as one
export const linkRoutes: readonly LinkRoute[] = [
  { name: 'showLink',        method: 'GET',  path: link,                                   purposes: linkPurposes,        opened: false, summary: 'The page: what the link is for, for whom, until when. Opened, the work itself.', answer: 'text/html' },
  { name: 'sendLinkCode',    method: 'POST', path: `${link}/code`,                         purposes: withCode,            opened: false, summary: 'Send a one-time code to the address the link is for.', answer: 'text/html' },
  { name: 'openLink',        method: 'POST', path: `${link}/open`,                         purposes: withCode,            opened: false, summary: 'Give the code: the link is open for this browser.', body: CodeForm, answer: 'text/html' },
  { name: 'readLinkCalendar', method: 'GET', path: `${link}/calendar.ics`,                 purposes: ['calendar'],        opened: false, summary: 'The deadlines of the audit, or of whoever made the link for themselves, as a calendar.', answer: 'text/calendar' },

  { name: 'requestLinkUpload', method: 'POST', path: `${link}/files`,                      purposes: uploads,             opened: true,  summary: 'Get a form to upload one file with. As a form it answers with a page, as JSON with the grant.', body: UploadRequest, answer: UploadGranted },
  { name: 'getLinkFile',     method: 'GET',  path: `${link}/files/{file}`,                 purposes: uploads,             opened: true,  summary: 'Where the checks of an uploaded file stand.', answer: LinkFile },
  { name: 'grantLinkParts',  method: 'POST', path: `${link}/files/{file}/parts`,           purposes: ['upload-evidence'], opened: true,  summary: 'Get addresses to send parts of a large file to.', body: PartsRequest, answer: PartsGranted },
  { name: 'listLinkParts',   method: 'GET',  path: `${link}/files/{file}/parts`,           purposes: ['upload-evidence'], opened: true,  summary: 'The parts of a large file that have arrived.', answer: PartsList },
  { name: 'completeLinkParts', method: 'POST', path: `${link}/files/{file}/complete`,      purposes: ['upload-evidence'], opened: true,  summary: 'Make one file of its parts.', answer: LinkFile },

  { name: 'downloadByLink',  method: 'POST', path: `${link}/evidence/{evidence}/download`, purposes: ['review'],          opened: true,  summary: 'Download a piece of evidence. It goes on the record. As a form it leads to the file, as JSON it answers its address.', answer: 'text/html' },
  { name: 'acceptByLink',    method: 'POST', path: `${link}/accept`,                       purposes: ['review'],          opened: true,  summary: 'Accept the submission.', body: AcceptForm, answer: 'text/html' },
  { name: 'returnByLink',    method: 'POST', path: `${link}/return`,                       purposes: ['review'],          opened: true,  summary: 'Return the submission with reasons.', body: ReturnForm, answer: 'text/html' },
];

/** The page's own style and script, the same for everybody. */
export const linkAssets = '/link-assets/{file}';

/** First parts of all addresses that the API answers: its own, and those of links. Any other is one of the application. */
export const apiParts: readonly string[] = [
  ...new Set([apiPath, ...linkRoutes.map(({ path }) => path), linkAssets].map((path) => path.split('/')[1] ?? '')),
];

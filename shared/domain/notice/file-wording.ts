import type { EvidenceRecord } from '../evidence/evidence.ts';
import { oneLine } from './one-line.ts';
import type { Wording } from './wording.ts';

/** The words about a file that was uploaded: to its uploader when it is no evidence, to planners when it is a report. */

/** What a message about a file knows besides the file. */
export interface FileSetting {
  /** What the file belongs to: `finding NC-01`, `audit Surveillance 2026`. */
  readonly about: string;
  readonly organization: string;
  /** Where to go on. Left out for somebody who came by a link and has no account. */
  readonly url?: string | undefined;
}

const nameOf = ({ fileName }: EvidenceRecord): string => `"${oneLine(fileName, 200)}"`;

const advice = {
  held: 'It is kept aside and is no evidence. Upload one that can be scanned: without a password, not larger than need be.',
  quarantined: 'It is no evidence, and will be deleted. Upload the right file.',
} as const;

/** How somebody without an account goes on. */
const byLink = ({ organization }: FileSetting): string =>
  `Use the link that you were sent. If it is good no more, ask ${oneLine(organization, 120)} for another.`;

/** What the uploader is told of a file that is no evidence: which, why, and what to do. */
export const refusedFileWording = (
  record: EvidenceRecord & { readonly status: 'held' | 'quarantined' },
  setting: FileSetting,
): Wording => {
  const what = record.status === 'held' ? 'is held' : 'was refused';
  const why = record.reason ?? (record.status === 'held' ? 'It could not be scanned.' : 'No reason was given.');
  return {
    subject: `${oneLine(record.fileName, 80)} ${what} (${oneLine(setting.about, 80)})`,
    lead: [
      `The file ${nameOf(record)} that you uploaded for ${oneLine(setting.about, 120)} ${what}: ${why}`,
      advice[record.status],
      ...(record.link === undefined ? [] : [byLink(setting)]),
    ].join('\n'),
  };
};

/** What planners are told of a report that came by a link. */
export const reportCameWording = (record: EvidenceRecord, { about }: FileSetting): Wording => ({
  subject: `Report received: ${oneLine(record.fileName, 80)} (${oneLine(about, 80)})`,
  lead: `The report ${nameOf(record)} for ${oneLine(about, 120)} came by link from ${record.by}. It is being read. Please look at its rows and confirm them.`,
});

/** The text of a message about a file. */
export const fileText = ({ lead }: Wording, { organization, url }: FileSetting): string =>
  [lead, '', ...(url === undefined ? [] : [url, '']), `Redress, for ${oneLine(organization, 120)}`, ''].join('\n');

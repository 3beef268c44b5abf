import type { EvidenceSettled } from '#contracts/bus.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { auditUrl, findingUrl, importUrl } from '#domain/message/addresses.ts';
import { type FileAbout, refusedFileLetter, reportCameLetter } from '#domain/notice/letters/file.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { importIdOf } from '../evidence/import-report.ts';
import { type Directory, openDirectory } from './directory.ts';
import type { NoticeStore } from './send-notice.ts';
import { type Notice, sendToAll } from './send-once.ts';

export interface EvidenceNoticeStore extends NoticeStore {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
}

const aboutOf = async (store: EvidenceNoticeStore, { kind, aggregate }: EvidenceRecord): Promise<FileAbout['about']> =>
  kind === 'finding'
    ? { kind, number: (await store.findings.latest(aggregate))?.state.facts.number ?? aggregate }
    : { kind, title: (await store.audits.latest(aggregate))?.state.facts.title ?? aggregate };

const urlOf = (baseUrl: string, { kind, aggregate, status, sha256 }: EvidenceRecord): string => {
  if (kind === 'finding') return findingUrl(baseUrl, aggregate);
  return status === 'registered' ? importUrl(baseUrl, aggregate, importIdOf(sha256)) : auditUrl(baseUrl, aggregate);
};

/** What there is to say of a file, and to whom; nothing of a file that was registered as its uploader meant it to be. */
const noticeOn = async (
  store: EvidenceNoticeStore,
  directory: Directory,
  record: EvidenceRecord,
): Promise<{ letter: Notice['letter']; to: readonly string[] } | undefined> => {
  const { status, kind, link, by } = record;
  const url = urlOf(store.baseUrl, record);
  if (status === 'held' || status === 'quarantined') {
    // Who came by a link has no account, and no use for an address inside.
    const file = { about: await aboutOf(store, record), ...(link === undefined && { url }) };
    return { letter: (setting) => refusedFileLetter({ ...record, status }, file, setting), to: [by] };
  }
  if (status !== 'registered' || kind !== 'audit' || link === undefined) return undefined;
  const file = { about: await aboutOf(store, record), url };
  const managers = (await directory.all()).filter(({ roles }) => roles.includes('isms-manager'));
  return {
    letter: (setting) => reportCameLetter(record, file, setting),
    to: managers.map(({ email }) => email).sort(),
  };
};

/**
 * Tells the uploader of a file that is no evidence, and the ISMS managers of a report that came by a link: once for
 * each outcome. What the file has left behind meanwhile is not told. Answers how many messages went out now.
 */
export const sendEvidenceNotice = async (store: EvidenceNoticeStore, settled: EvidenceSettled): Promise<number> => {
  const { kind, aggregate, id, status } = settled;
  const owner = { kind, aggregate };
  const record = await store.evidence.get(owner, id);
  if (record?.status !== status) return 0;
  const directory = openDirectory(store);
  const notice = await noticeOn(store, directory, record);
  if (!notice) return 0;
  const { letter, to } = notice;
  return sendToAll(store, { owner, key: `file#${id}#${status}`, kind: 'file', letter }, to, directory);
};

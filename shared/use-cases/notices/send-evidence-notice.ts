import type { EvidenceSettled } from '#contracts/bus.ts';
import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { type FileSetting, fileText, refusedFileWording, reportCameWording } from '#domain/notice/file-wording.ts';
import type { Wording } from '#domain/notice/wording.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { importIdOf } from '../evidence/import-report.ts';
import type { NoticeStore } from './send-notice.ts';
import { sendToAll } from './send-once.ts';

export interface EvidenceNoticeStore extends NoticeStore {
  readonly evidence: Pick<EvidenceRecords, 'get'>;
}

const aboutOf = async (store: EvidenceNoticeStore, { kind, aggregate }: EvidenceRecord): Promise<string> => {
  if (kind === 'finding') return `finding ${(await store.findings.latest(aggregate))?.state.facts.number ?? aggregate}`;
  return `audit ${(await store.audits.latest(aggregate))?.state.facts.title ?? aggregate}`;
};

const placeOf = ({ kind, aggregate, status, sha256 }: EvidenceRecord): string => {
  if (kind === 'finding') return `findings/${aggregate}`;
  return status === 'registered' ? `audits/${aggregate}/imports/${importIdOf(sha256)}` : `audits/${aggregate}`;
};

/** What there is to say of a file, and to whom; nothing of a file that was registered as its uploader meant it to be. */
const noticeOn = async (
  store: EvidenceNoticeStore,
  record: EvidenceRecord,
): Promise<{ wording: Wording; setting: FileSetting; to: readonly string[] } | undefined> => {
  const { status, kind, link, by } = record;
  const { organization, baseUrl } = store;
  const url = `${baseUrl.replace(/\/$/, '')}/${placeOf(record)}`;
  if (status === 'held' || status === 'quarantined') {
    // Who came by a link has no account, and no use for an address inside.
    const setting = { about: await aboutOf(store, record), organization, ...(link === undefined && { url }) };
    return { wording: refusedFileWording({ ...record, status }, setting), setting, to: [by] };
  }
  if (status !== 'registered' || kind !== 'audit' || link === undefined) return undefined;
  const setting = { about: await aboutOf(store, record), organization, url };
  const managers = (await store.people.all()).filter(({ roles }) => roles.includes('isms-manager'));
  return { wording: reportCameWording(record, setting), setting, to: managers.map(({ email }) => email).sort() };
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
  const notice = await noticeOn(store, record);
  if (!notice) return 0;
  const { wording, setting, to } = notice;
  const text = fileText(wording, setting);
  return sendToAll(store, { owner, key: `file#${id}#${status}`, kind: 'file', subject: wording.subject, text }, to);
};

import type { EvidenceRecord } from '#domain/evidence/evidence.ts';
import { keptOpen } from '#domain/link/code.ts';
import { ok, type Result, refuse } from '#domain/result.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import type { People } from '#ports/people.ts';
import { completeParts, type DeclaredPart, grantParts, listParts, type PartsStore } from '../evidence/upload-parts.ts';
import { changedTo, changeLink, type FoundLink, type LinkStore, ownerOfLink } from './find-link.ts';
import { holderOf } from './holder.ts';

export interface LinkFilesStore extends LinkStore, PartsStore {
  readonly evidence: Pick<EvidenceRecords, 'get' | 'of'>;
  readonly people: Pick<People, 'get'>;
}

/** The files that came by this link, oldest first. */
export const filesOfLink = async (
  store: { readonly evidence: Pick<EvidenceRecords, 'of'> },
  { link }: Pick<FoundLink, 'link'>,
): Promise<readonly EvidenceRecord[]> =>
  (await store.evidence.of(ownerOfLink(link))).filter((record) => record.link === link.id);

/** One file that came by this link: where its checks stand. */
export const fileOfLink = async (
  store: { readonly evidence: Pick<EvidenceRecords, 'get'> },
  { link }: Pick<FoundLink, 'link'>,
  id: string,
): Promise<Result<EvidenceRecord>> => {
  const record = await store.evidence.get(ownerOfLink(link), id);
  return record?.link === link.id
    ? ok(record)
    : refuse({ code: 'not-found', message: 'No such file was uploaded by this link.', field: 'file' });
};

/** Addresses to send parts of a large file to. While they are asked for, the session goes on. */
export const grantPartsByLink = async (
  store: LinkFilesStore,
  found: FoundLink,
  id: string,
  parts: readonly DeclaredPart[],
): ReturnType<typeof grantParts> => {
  const { link } = found;
  const granted = await grantParts(store, ownerOfLink(link), { id, parts, actor: await holderOf(store, link) });
  if (!granted.ok) return granted;
  const kept = await changeLink(store, found, (latest) => changedTo(keptOpen(latest, store.clock.now())));
  return kept.ok ? granted : kept;
};

/** The parts of a large file that have arrived. */
export const listPartsByLink = async (store: LinkFilesStore, { link }: FoundLink, id: string) =>
  listParts(store, ownerOfLink(link), id, await holderOf(store, link));

/** Makes one file of its parts. */
export const completePartsByLink = async (store: LinkFilesStore, { link }: FoundLink, id: string) =>
  completeParts(store, ownerOfLink(link), id, await holderOf(store, link));

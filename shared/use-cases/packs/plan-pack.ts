import { publicKeyPath, readmePath, verifierPath } from '#domain/pack/format.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import { readme } from '#domain/pack/readme.ts';
import type { FileOwner } from '#ports/evidence.ts';
import type { Signer } from '#ports/signer.ts';
import { findingsOf, planAudit } from './plan-audit.ts';
import type { MaterialStore } from './plan-files.ts';
import { planFinding } from './plan-finding.ts';
import { type PlannedFile, textFile } from './planned-file.ts';

export interface PlanStore extends MaterialStore {
  readonly signer: Pick<Signer, 'publicKey'>;
  readonly organization: string;
}

export interface PlannedPack {
  /** What is stated of audit and findings, before any file is written. */
  readonly stated: Pick<Manifest, 'audit' | 'findings'>;
  /** In the order of the ZIP. */
  readonly files: readonly PlannedFile[];
}

const planSubject = async (store: MaterialStore, { kind, aggregate }: FileOwner): Promise<PlannedPack> => {
  const audit = kind === 'audit' ? await planAudit(store, aggregate) : undefined;
  const ids = kind === 'audit' ? await findingsOf(store, aggregate) : [aggregate];
  const stated: Manifest['findings'] = [];
  const files = [...(audit?.files ?? [])];
  for (const id of ids) {
    const finding = await planFinding(store, id);
    stated.push(finding.stated);
    files.push(...finding.files);
  }
  return { stated: { ...(audit && { audit: audit.stated }), findings: stated }, files };
};

/**
 * Everything that a pack will hold but the manifest and its signature.
 * @param verifier the single-file verifier's source; left out, the pack has none
 */
export const planPack = async (
  store: PlanStore,
  owner: FileOwner,
  madeAt: string,
  verifier: string | undefined,
): Promise<PlannedPack> => {
  const { kind, aggregate } = owner;
  const about = { organization: store.organization, subject: { kind, id: aggregate }, madeAt };
  const { stated, files } = await planSubject(store, owner);
  return {
    stated,
    files: [
      textFile(readmePath, async () => readme(about)),
      textFile(publicKeyPath, () => store.signer.publicKey()),
      ...(verifier === undefined ? [] : [textFile(verifierPath, async () => verifier)]),
      ...files,
    ],
  };
};

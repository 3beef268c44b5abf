import { formatName, formatVersion } from './format.ts';
import type { Manifest, PackedFile, StatedAudit, StatedFinding } from './manifest.ts';

/*
 * `Manifest` in `manifest.ts`, read by hand: the offline verifier is one small file and carries no schemas. A test holds
 * the two against each other.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least;
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

const isFile = (value: unknown): value is PackedFile =>
  isFields(value) &&
  isText(value.path) &&
  value.path !== '' &&
  isCount(value.size, 0) &&
  isHash(value.sha256) &&
  isOptional(value.versionId, isText);

const isChain = (value: unknown): value is Fields =>
  isFields(value) && isText(value.id) && isCount(value.events, 1) && isHash(value.lastHash);

const isAudit = (value: unknown): value is StatedAudit => isChain(value) && isText(value.title);

const isFinding = (value: unknown): value is StatedFinding =>
  isChain(value) &&
  isText(value.number) &&
  isText(value.grade) &&
  isText(value.status) &&
  isOptional(value.stage, isText) &&
  isOptional(value.cycle, (cycle) => isCount(cycle, 1)) &&
  isOptional(value.round, (round) => isCount(round, 1));

const isSubject = (value: unknown): value is Manifest['subject'] =>
  isFields(value) && (value.kind === 'finding' || value.kind === 'audit') && isText(value.id);

/** Whether a value is a manifest of this format, as far as checking a pack needs it. */
export const isManifest = (value: unknown): value is Manifest =>
  isFields(value) &&
  value.format === formatName &&
  value.version === formatVersion &&
  isText(value.organization) &&
  isText(value.madeAt) &&
  isText(value.madeBy) &&
  isSubject(value.subject) &&
  isOptional(value.audit, isAudit) &&
  Array.isArray(value.findings) &&
  value.findings.every(isFinding) &&
  Array.isArray(value.files) &&
  value.files.every(isFile);

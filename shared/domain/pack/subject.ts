import type { Failure } from './failure.ts';
import { manifestPath } from './format.ts';
import type { Manifest } from './manifest.ts';

/** Whether a manifest speaks of its subject: a pack of a finding of that one alone, a pack of an audit of the audit. */
export const checkSubject = ({ subject, audit, findings }: Manifest): Failure | undefined => {
  const fits =
    subject.kind === 'finding'
      ? audit === undefined && findings.length === 1 && findings[0]?.id === subject.id
      : audit?.id === subject.id && new Set(findings.map(({ id }) => id)).size === findings.length;
  return fits
    ? undefined
    : { where: manifestPath, what: `The manifest does not speak of ${subject.kind} ${subject.id}.` };
};

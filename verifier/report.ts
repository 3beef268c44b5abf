import { stateInWords } from '#domain/pack/format.ts';
import type { Manifest } from '#domain/pack/manifest.ts';
import type { Verdict } from './verify.ts';

const statesOf = ({ audit, findings }: Manifest): string[] => [
  ...(audit ? [`audit     ${audit.id}: ${audit.title} (${audit.events} events)`] : []),
  ...findings.map(
    (finding) => `finding   ${finding.number} ${finding.grade}: ${stateInWords(finding)} (${finding.events} events)`,
  ),
];

/** `ab12 cd34 …`: what two people can compare on the telephone. */
const inGroups = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

/** What a person is told. @param keyGiven the organization's key was brought along */
export const reportOf = (pack: string, verdict: Verdict, keyGiven: boolean): string => {
  if (!verdict.ok) return `${pack} does NOT fit.\n  ${verdict.failure.where}\n  ${verdict.failure.what}\n`;
  const { manifest, events, fingerprint } = verdict;
  const { subject, organization, madeAt, madeBy, files } = manifest;
  const whose = keyGiven
    ? ['It was signed with the key that you gave.']
    : [
        'A pack alone cannot tell whose key that is: compare the fingerprint with the one that the organization gives',
        '(GET /signing-key of its Redress), or check again with its key: --key public-key.pem',
      ];
  return [
    `${pack} fits.`,
    `  subject   ${subject.kind} ${subject.id} of ${organization}`,
    `  made      ${madeAt} by ${madeBy}`,
    ...statesOf(manifest).map((line) => `  ${line}`),
    `  held      ${events} events, ${files.length} files`,
    `  key       ${inGroups(fingerprint)}`,
    ...whose,
    '',
  ].join('\n');
};

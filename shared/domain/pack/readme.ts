import { manifestPath, publicKeyPath, readmePath, signaturePath, unlisted, verifierPath } from './format.ts';

interface About {
  readonly organization: string;
  readonly subject: { readonly kind: 'finding' | 'audit'; readonly id: string };
  readonly madeAt: string;
}

/** What a person reads first in a pack. */
export const readme = ({ organization, subject, madeAt }: About): string => `Evidence pack of ${organization}
${subject.kind} ${subject.id}, made ${madeAt}

What is in here
  ${manifestPath}  every file with its size and SHA-256, and the state that the events lead to
  ${signaturePath}   the signature over ${manifestPath} (ECDSA on P-256 with SHA-256, DER)
  ${publicKeyPath} the public key that belongs to it
  findings/ID/    of each finding: events.json (the trail, hash by hash), submissions/ (what was handed in),
                  evidence/ (the documents by stage and round), evidence.json (all file records, also of files that
                  were refused and are not in here), notices.json, accesses.json
  audit/          in the pack of an audit: its own trail and the reports that were imported

How to check it
  Take ${verifierPath} out of the pack, or better from the organization, and run it with Node 20 or later:
    node ${verifierPath} PACK.zip --key public-key.pem
  where public-key.pem is the key that the organization gives you (GET /signing-key of its Redress). Without --key the
  pack is held against the key in the pack itself: then compare the fingerprint that is printed with the organization's.
  Check the ZIP as it came: one that was packed again is told from the original.

Without the verifier
  openssl dgst -sha256 -verify ${publicKeyPath} -signature ${signaturePath} ${manifestPath}
  and compare each file's SHA-256 with ${manifestPath}, which lists all but ${unlisted.join(' and ')}.
  (${readmePath} is listed too.)
`;

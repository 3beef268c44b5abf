import { expect, test } from 'vitest';
import { registered } from '../../../test/builders/submissions.ts';
import type { EvidenceRecord } from './evidence.ts';
import { whyNoEvidence } from './reasons.ts';

test.each<[EvidenceRecord['status'], string | undefined, string]>([
  [
    'uploading',
    undefined,
    'evidence-missing: restore test.pdf has not been uploaded yet. Upload it, or ask for a new upload.',
  ],
  [
    'checking',
    undefined,
    'evidence-checking: restore test.pdf is still being checked. Try again once it is registered.',
  ],
  ['held', 'No scan.', 'evidence-held: restore test.pdf is held: No scan. Upload one that can be scanned.'],
  [
    'quarantined',
    'Too small.',
    'evidence-quarantined: restore test.pdf was refused: Too small. Upload the right file.',
  ],
])('a file that is %s is no evidence', (status, reason, said) => {
  const why = whyNoEvidence({ ...registered, status, reason }, 'evidence[1]');
  expect(`${why?.code}: ${why?.message}`).toBe(said);
  expect(why?.field).toBe('evidence[1]');
});

test('a registered one is', () => {
  expect(whyNoEvidence(registered, 'evidence')).toBeUndefined();
});

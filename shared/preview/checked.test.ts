import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { fetchChecked, heldAgainst, NotShown } from './checked.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 the very file');
const record = {
  name: 'plan.pdf',
  type: 'application/pdf',
  size: bytes.length,
  sha256: bytesToHex(sha256(bytes)),
};

test('what is not the file of the record is not shown', async () => {
  await expect(heldAgainst(record, bytes)).resolves.toBeUndefined();
  const changed = Uint8Array.from(bytes, (byte, at) => (at === 12 ? byte ^ 1 : byte));
  await expect(heldAgainst(record, changed)).rejects.toMatchObject({ why: 'differs-from-record' });
  await expect(heldAgainst({ ...record, size: 7 }, bytes)).rejects.toMatchObject({ why: 'differs-from-record' });
  await expect(heldAgainst({ ...record, type: 'image/png' }, bytes)).rejects.toMatchObject({ why: 'not-its-type' });
});

test('what is too large is not even asked for: nothing goes on the record', async () => {
  const asked = (): Promise<string> => {
    throw new Error('asked');
  };
  const { signal } = new AbortController();
  await expect(fetchChecked({ ...record, size: 30_000_001 }, asked, signal)).rejects.toEqual(new NotShown('too-large'));
  await expect(fetchChecked({ ...record, size: 30_000_000 }, asked, signal)).rejects.toThrow('asked');
});

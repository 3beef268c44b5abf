import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Signer } from '#ports/signer.ts';

/** @param signed what a stand-in signs instead of the message */
export const signerContract = (
  name: string,
  makeAdapter: () => Promise<Signer>,
  signed: (message: Uint8Array) => Uint8Array = (message) => message,
): void => {
  describe(`signer: ${name}`, () => {
    const fits = (key: string, message: Uint8Array, signature: Uint8Array): boolean =>
      verify('sha256', signed(message), { key, dsaEncoding: 'der' }, signature);

    it('has a public key on P-256, as PEM', async () => {
      const signer = await makeAdapter();
      const pem = await signer.publicKey();
      expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----\n$/);
      expect(createPublicKey(pem).asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
      expect(await signer.publicKey()).toBe(pem);
    });

    it('signs messages, the empty and the large one too, so that the public key shows it', async () => {
      const signer = await makeAdapter();
      const key = await signer.publicKey();
      for (const size of [0, 1, 4097, 2_000_000]) {
        const message = new Uint8Array(size).fill(7);
        const signature = await signer.sign(message);
        expect(fits(key, message, signature)).toBe(true);
        expect(fits(key, new Uint8Array([...message.subarray(1), 8]), signature)).toBe(false);
      }
    });
  });
};

/** The bytes of a public key (SPKI, DER) in its PEM text: the SHA-256 of them is the key's fingerprint. */
export const keyBytes = (pem: string): Uint8Array => {
  const base64 = pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
};

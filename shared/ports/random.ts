/** The only source of randomness. */
export interface Random {
  /** An unguessable id: 128 bits as 32 lower-case hex digits. */
  id(): string;
  /** A secret: 256 bits in base64url, 43 characters. */
  secret(): string;
  /** So many decimal digits, each as likely as any other. */
  digits(count: number): string;
}

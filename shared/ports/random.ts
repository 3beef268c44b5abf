/** The only source of randomness. */
export interface Random {
  /** An unguessable id: 128 bits as 32 lower-case hex digits. */
  id(): string;
}

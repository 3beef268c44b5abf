import type { LastCall, Webhook } from '../domain/webhook/webhook.ts';

export interface Webhooks {
  get(id: string): Promise<Webhook | undefined>;
  /** Oldest first. Read consistently: what was switched off is off. */
  all(): Promise<readonly Webhook[]>;
  /** Writes the whole webhook, but for what came of its last call. */
  put(webhook: Omit<Webhook, 'last'>): Promise<void>;
  /** Notes what came of a call; a webhook that is gone is no fault. Never overwrites what an administrator set. */
  note(id: string, last: LastCall): Promise<void>;
}

/** What the secret of a webhook follows from. */
export type SecretOf = Pick<Webhook, 'id' | 'secretVersion'>;

/** The secret of a webhook, the same each time it is asked for. It is stored nowhere. Faults throw `WebhookSecretFault`. */
export interface WebhookSecrets {
  /** 256 bits in base64, derived from a key that never leaves its service. */
  secretOf(webhook: SecretOf): Promise<string>;
  /** HMAC-SHA-256 of a text (UTF-8) under the webhook's secret, in base64. */
  sign(webhook: SecretOf, text: string): Promise<string>;
}

/** The key that secrets are derived from cannot be used. */
export class WebhookSecretFault extends Error {
  override readonly name = 'WebhookSecretFault';
}

export interface WebhookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Calls addresses outside: by https, and never one that is private, whatever a name or a redirect says. */
export interface Caller {
  /** The answer's status. @throws {Unreachable} where there was none, or where the address is not allowed */
  call(call: WebhookCall): Promise<{ readonly status: number }>;
}

/** Nobody answered, or the address is one that is not called. The message is one word: `timed-out`, `ENOTFOUND`. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

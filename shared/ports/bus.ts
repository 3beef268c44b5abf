/** A message on the event bus `redress`. `detailType` is the event's type, such as `submitted` or `digest-due`. */
export interface BusMessage {
  readonly detailType: string;
  readonly detail: unknown;
}

/** Publishes all or throws `BusFault`; a repeated publish delivers again, so receivers must be idempotent. */
export interface Bus {
  publish(messages: readonly BusMessage[]): Promise<void>;
}

/** The bus failed, or did not take some of the messages. */
export class BusFault extends Error {
  override readonly name = 'BusFault';
}

import type { FileOwner } from './evidence.ts';

/** A notice on the record of a finding, or of an audit. Each key goes out once. */
export interface NoticeRecord {
  readonly owner: FileOwner;
  /** Says what, when and to whom: `due#plan#1#2026-03-23#-7#anna@example.org`. */
  readonly key: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly status: 'claimed' | 'sent';
  /** Instant in UTC of the claim. */
  readonly at: string;
  readonly messageId?: string | undefined;
}

/**
 * `new`: this caller sends it. `unsent`: claimed before and never marked sent: a sender died, send it again (mail is
 * at least once). `sent`: nothing to do.
 */
export type Claim = 'new' | 'unsent' | 'sent';

export interface Notices {
  claim(notice: Omit<NoticeRecord, 'status' | 'messageId'>): Promise<Claim>;
  markSent(owner: FileOwner, key: string, messageId: string): Promise<void>;
  of(owner: FileOwner): Promise<readonly NoticeRecord[]>;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
  /** Makes a repeated message recognizable: the notice's key. */
  readonly reference: string;
}

/** Sends one message; the answer is the id by which the mail service knows it. Faults throw `MailFault`. */
export interface Mail {
  send(message: Message): Promise<string>;
}

/** The mail service failed, or refused a message. */
export class MailFault extends Error {
  override readonly name = 'MailFault';
}

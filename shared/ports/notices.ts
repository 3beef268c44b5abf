import type { ReturnKind } from '../domain/notice/suppression.ts';
import type { Language } from '../domain/people/preferences.ts';
import type { FileOwner } from './evidence.ts';

/** A notice on the record of a finding, or of an audit. Each key goes out once. */
export interface NoticeRecord {
  readonly owner: FileOwner;
  /** Says what, when and to whom: `due#plan#1#2026-03-23#-7#anna@example.org`. */
  readonly key: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  /** `suppressed`: not sent, since mail to this address came back before. */
  readonly status: 'claimed' | 'sent' | 'suppressed';
  /** Instant in UTC of the claim. */
  readonly at: string;
  /** Until this instant the claim is its sender's alone. */
  readonly leasedUntil?: string | undefined;
  readonly messageId?: string | undefined;
  /** The message came back. */
  readonly returned?: { readonly kind: ReturnKind; readonly at: string; readonly reason: string } | undefined;
}

/**
 * `new`: this caller sends it. `unsent`: claimed before, never marked sent, and its lease is over: a sender died, send it
 * again (mail is at least once). `busy`: another sender is at it; ask again later. `sent`: nothing to do (also where it
 * is suppressed).
 */
export type Claim = 'new' | 'unsent' | 'busy' | 'sent';

export interface Notices {
  /** `at`: now; `leasedUntil`: how long the claim is this caller's alone. */
  claim(notice: Omit<NoticeRecord, 'status' | 'messageId' | 'returned'>): Promise<Claim>;
  markSent(owner: FileOwner, key: string, messageId: string): Promise<void>;
  /** Marks a claimed notice as not sent, for good. */
  markSuppressed(owner: FileOwner, key: string): Promise<void>;
  /** Marks that the message of a notice came back; one that is not there is no fault. The first return stays. */
  markReturned(owner: FileOwner, key: string, returned: NonNullable<NoticeRecord['returned']>): Promise<void>;
  of(owner: FileOwner): Promise<readonly NoticeRecord[]>;
}

/** A deadline for a calendar program, as a message carries it: iCalendar (RFC 5545) by the rules of RFC 6047. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly fileName: string;
  readonly content: string;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by \n. */
  readonly text: string;
  /** The same as a page of HTML, made from the same letter. */
  readonly html: string;
  readonly language: Language;
  readonly calendar?: readonly CalendarPart[] | undefined;
  /** Makes a repeated message recognizable: the notice's key. */
  readonly reference: string;
}

/** Sends one message; the answer is the id by which the mail service knows it. Faults throw `MailFault`. */
export interface Mail {
  send(message: Message): Promise<string>;
  /** Has the mail service take up an address again that it had given up itself; one it had not is no fault. */
  takeUpAgain(address: string): Promise<void>;
}

/** The mail service failed, or refused a message. */
export class MailFault extends Error {
  override readonly name = 'MailFault';
}

import * as z from 'zod';
import { Instant } from '../calendar/civil-date.ts';
import { PersonId } from '../people/person.ts';
import { committedTypes } from './event-types.ts';

/** `redress`: the event as the catalogue has it, signed. `slack`: one line of text, for an incoming webhook of Slack. */
export const webhookFormats = ['redress', 'slack'] as const;

/** Where it goes. What the name resolves to is looked at with each call: `adapters/webhook`. */
const Target = z
  .url({ protocol: /^https$/, error: 'Give an address that begins with https://.', abort: true })
  .max(2000)
  .refine((url) => new URL(url).username === '' && new URL(url).password === '', {
    error: 'Leave user name and password out of the address: calls are signed.',
  });

const settings = {
  name: z.string().trim().min(1).max(60),
  url: Target,
  format: z.enum(webhookFormats).default('redress'),
};

/** What an administrator sets of a webhook. */
export const WebhookSettings = z.strictObject({
  ...settings,
  /** Types of events that it is called with; left out: all. */
  events: z
    .array(z.enum(committedTypes, { error: 'There is no such type of event: the catalogue of events lists them.' }))
    .min(1)
    .max(committedTypes.length)
    .optional(),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

/** How a call went. `given-up`: it failed for the last time, and lies with the dead letters. */
export const callOutcomes = ['taken', 'refused', 'unreachable', 'given-up'] as const;

/** An address outside that is called with every event of its choice. Its secret is kept nowhere: it is derived anew. */
export const Webhook = z.strictObject({
  ...settings,
  events: z.array(z.string()).optional(),
  id: z.string(),
  enabled: z.boolean(),
  by: PersonId,
  at: Instant,
  /** Counts secrets: another number, another secret. */
  secretVersion: z.int().min(1),
  /** What came of the last call. */
  last: z
    .strictObject({
      at: Instant,
      event: z.string(),
      outcome: z.enum(callOutcomes),
      /** HTTP status of the answer, where there was one. */
      status: z.int().optional(),
      /** Why there was none, in a word such as `timed-out`, `address-not-allowed` or `ENOTFOUND`. */
      reason: z.string().optional(),
    })
    .optional(),
});
export type Webhook = z.infer<typeof Webhook>;
export type LastCall = NonNullable<Webhook['last']>;

/** Whether a webhook is called with events of a type. */
export const wants = ({ enabled, events }: Pick<Webhook, 'enabled' | 'events'>, type: string): boolean =>
  enabled && (events?.includes(type) ?? true);

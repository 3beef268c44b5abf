import type { Stack } from 'aws-cdk-lib';

/** Whose tokens the API takes: an OpenID Connect issuer, and the audiences its tokens are for. */
export interface Issuer {
  readonly url: string;
  readonly audience: readonly string[];
  /** The name by which the application signs people in: one of the audiences. */
  readonly clientId: string;
  /** Origins that a browser asks for a token. */
  readonly origins: readonly string[];
  /** Where signing out ends, where the issuer does not describe it as OpenID Connect has it. */
  readonly signOut?: string;
}

export interface KeptBucket {
  readonly name: string;
  readonly arn: string;
}

/**
 * What the application stack needs to know of the data stack: names and ARNs, each exported under a name of its own, so
 * that the one can be put up and taken down without the other.
 */
export interface Kept {
  readonly table: { readonly name: string; readonly arn: string; readonly streamArn: string };
  readonly intake: KeptBucket;
  readonly vault: KeptBucket;
  readonly packs: KeptBucket;
  /** The key that evidence packs are signed with. */
  readonly signingKeyArn: string;
  /** The key that the secrets of webhooks follow from. */
  readonly webhookKeyArn: string;
  readonly issuer: Issuer;
  /** GuardDuty's malware protection plan of the intake, where it scans. */
  readonly scanPlanArn?: string;
  /** The customer-managed key, where there is one. */
  readonly keyArn?: string;
}

/** What the web stack needs to know of the application stack, exported likewise. */
export interface Served {
  /** The host name that the API answers at. */
  readonly apiHost: string;
  /** What the front shows with each request that it hands to the API. */
  readonly frontSecretArn: string;
}

/** Exports a value of a stack under a name and answers with the import of it. */
export const exporter =
  (stack: Stack, prefix: string) =>
  (name: string, value: string): string =>
    stack.exportValue(value, { name: `${prefix}-${name}` });

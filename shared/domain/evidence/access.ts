/** What is put on the record besides the trail: who looked at what, who used which link. */
export const accessKinds = [
  'link-made',
  'link-revoked',
  'code-sent',
  'code-refused',
  'link-opened',
  'upload-granted',
  'decision-given',
  'evidence-downloaded',
  'pack-requested',
  'pack-downloaded',
  'calendar-read',
] as const;
export type AccessKind = (typeof accessKinds)[number];

export interface Access {
  readonly at: string;
  readonly kind: AccessKind;
  readonly person: string;
  /** The network address it came from. */
  readonly address: string;
  readonly link?: string | undefined;
  /** Evidence id, pack id: what it was about. */
  readonly subject?: string | undefined;
}

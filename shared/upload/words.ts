/** What the way of a file says when it does not go on, in the language of whoever sends it. */
export interface UploadWords {
  readonly unreadable: string;
  readonly unreachable: string;
  readonly stalled: string;
  readonly storeRefused: (status: number) => string;
  readonly fault: string;
  readonly noReason: string;
}

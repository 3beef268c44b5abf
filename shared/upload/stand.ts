import type { UploadedFile } from './server.ts';

/**
 * Where one file stands on this page. `refused`: these bytes are not taken, however often they are sent. `broken`: it may
 * be tried again. `dead`: nothing on this page goes on.
 */
export type Stand =
  | { readonly at: 'waiting' | 'checking' | 'checking-on' | 'dead' | 'sent' }
  | { readonly at: 'registered'; readonly file: UploadedFile }
  | { readonly at: 'reading' | 'sending'; readonly bytes: number }
  | { readonly at: 'held' | 'refused' | 'broken'; readonly reason: string };

import type { PackJob } from '#domain/pack/job.ts';
import type { Said } from '../said.ts';

export const packs = {
  title: 'Evidence packs',
  lead: 'All of this finding in one signed ZIP file that can be checked without Redress: trail, submissions, files, accesses.',
  request: 'Have a pack made',
  none: 'None was made yet.',
  statuses: {
    waiting: 'Waits to be made',
    building: 'Being made',
    ready: 'Ready',
    failed: 'Could not be made',
  } satisfies Said<PackJob['status']>,
  files: (done: number, of: number) => `${done} of ${of} files`,
  mayBeLeft: 'You can leave this page; it goes on.',
  asked: (by: string, at: string) => `Asked for by ${by}, ${at}`,
  download: 'Download the pack',
  downloadOf: (at: string) => `Download the pack of ${at}`,
};

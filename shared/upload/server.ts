import type * as z from 'zod';
import type { PartsGranted, PartsList, UploadGranted, UploadRequest } from '#contracts/http.ts';
import type { LinkFile } from '#contracts/link-routes.ts';

export type UploadedFile = z.infer<typeof LinkFile>;
type Part = z.infer<typeof PartsList>['parts'][number];
type PartGrant = z.infer<typeof PartsGranted>['parts'][number];

/** Whoever grants uploads and knows where each stands, as the way of a file asks them. */
export interface Server {
  request(file: z.infer<typeof UploadRequest>): Promise<UploadGranted>;
  look(id: string): Promise<UploadedFile>;
  partsOf(id: string): Promise<readonly Part[]>;
  grantPart(id: string, part: Part): Promise<PartGrant>;
  complete(id: string): Promise<UploadedFile>;
}

import type * as z from 'zod';
import type { DownloadGranted, PackView } from '#contracts/http.ts';
import type { Client } from '#local/client.ts';
import { unpack } from '../builders/repack.ts';
import type { House } from './house.ts';

export type Pack = z.infer<typeof PackView>;
export type Granted = z.infer<typeof DownloadGranted>;

/** @param subject `findings/…` or `audits/…` */
export const request = (who: Client, subject: string): Promise<Pack> => who.call('POST', `/${subject}/packs`);

export const packOf = (who: Client, subject: string, id: string): Promise<Pack> =>
  who.call('GET', `/${subject}/packs/${id}`);

/** What an address serves. */
export const fetchedFrom = async ({ url }: Granted) => {
  const response = await fetch(url);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

/** Asked for, made, and downloaded over HTTP. */
export const madePack = async (house: Pick<House, 'system'>, who: Client, subject: string) => {
  const { id } = await request(who, subject);
  await house.system.settled();
  const pack = await packOf(who, subject, id);
  const { response, bytes } = await fetchedFrom(await who.call('POST', `/${subject}/packs/${id}/download`));
  return { pack, response, bytes, files: await unpack(bytes) };
};
export type Made = Awaited<ReturnType<typeof madePack>>;

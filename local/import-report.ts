import type * as z from 'zod';
import type { ImportView } from '#contracts/http.ts';
import type { Client, File } from './client.ts';

type Import = z.infer<typeof ImportView>;

/** Asks until the import is in one of the statuses; locally that takes a few milliseconds. */
const until = async (client: Client, path: string, statuses: readonly string[]): Promise<Import> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await client.call<Import>('GET', path);
    if (statuses.includes(found.status)) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${path} is not ${statuses.join(' or ')} after 5 seconds`);
};

/** Uploads a report and has it read: the answer lists every row. */
export const uploadReport = async (client: Client, audit: string, file: File): Promise<Import> => {
  const upload = await client.upload(`/audits/${audit}/uploads`, file);
  await client.registered(`/audits/${audit}/uploads/${upload}`);
  const started = await client.call<Import>('POST', `/audits/${audit}/imports`, { body: { upload } });
  return until(client, `/audits/${audit}/imports/${started.id}`, ['to-confirm', 'refused', 'confirmed', 'issued']);
};

/** Confirms the rows with what people add, and waits until the findings are issued. */
export const confirmReport = async (client: Client, audit: string, id: string, completion: object): Promise<Import> => {
  const path = `/audits/${audit}/imports/${id}`;
  await client.call('POST', `${path}/confirm`, { body: completion });
  return until(client, path, ['issued']);
};

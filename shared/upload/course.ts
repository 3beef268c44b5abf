import type { UploadGranted } from '#contracts/http.ts';
import { typeByEnding } from '#domain/evidence/types.ts';
import { followChecks } from './checks.ts';
import { LinkDead, Refused, Unreadable } from './failure.ts';
import { fingerprint } from './fingerprint.ts';
import { sendParts } from './parts.ts';
import { patiently } from './patience.ts';
import type { Begun, Remembered } from './remembered.ts';
import type { Server, UploadedFile } from './server.ts';
import type { Stand } from './stand.ts';
import { postForm } from './wire.ts';
import type { UploadWords } from './words.ts';

/** While a file stands here, leaving the page would lose something. */
export const isUnderWay = ({ at }: Stand): boolean => at === 'waiting' || at === 'reading' || at === 'sending';

export interface Surroundings {
  readonly server: Server;
  readonly remembered: Remembered;
  readonly signal: AbortSignal;
  readonly words: UploadWords;
}

type Form = { readonly id: string; readonly upload: NonNullable<UploadGranted['upload']> };

const settled = (file: UploadedFile, words: UploadWords): Stand => {
  if (file.status === 'quarantined') return { at: 'refused', reason: file.reason ?? words.noReason };
  if (file.status === 'held') return { at: 'held', reason: file.reason ?? words.noReason };
  return file.status === 'registered' ? { at: 'registered', file } : { at: 'checking-on' };
};

const failed = (failure: unknown, sent: boolean, words: UploadWords): Stand => {
  if (failure instanceof LinkDead) return { at: sent ? 'sent' : 'dead' };
  if (failure instanceof Unreadable) return { at: 'refused', reason: words.unreadable };
  // What the API answers where the file or the wish itself is wrong: to try again changes nothing.
  if (failure instanceof Refused && failure.status === 422) return { at: 'refused', reason: failure.message };
  return { at: 'broken', reason: failure instanceof Error ? failure.message : words.fault };
};

/**
 * The way of one file from being read to the end of its checks. `go` may be called again after it broke: what was
 * granted and what has arrived is not asked for or sent twice.
 */
export const courseOf = (
  file: File,
  { server, remembered, signal, words }: Surroundings,
  told: (stand: Stand) => void,
) => {
  let sha256: string | undefined;
  let form: Form | undefined;
  /** The id under which all bytes were sent. */
  let sent: string | undefined;

  const statusOf = async (id: string): Promise<UploadedFile['status'] | undefined> => {
    try {
      return (await patiently(() => server.look(id), signal)).status;
    } catch (failure) {
      if (failure instanceof LinkDead) return undefined;
      throw failure;
    }
  };

  const read = async (): Promise<string> => {
    sha256 ??= await fingerprint(file, signal, (bytes) => told({ at: 'reading', bytes }));
    return sha256;
  };

  const ask = async (): Promise<UploadGranted> => {
    const type = typeByEnding(file.name);
    if (!type) throw new Refused(422, words.fault);
    const declared = { fileName: file.name, type, size: file.size, sha256: await read() };
    return patiently(() => server.request(declared), signal);
  };

  const leave = (bytes: number): void => told({ at: 'sending', bytes });

  const sendForm = async (granted: Form): Promise<string> => {
    form = granted;
    leave(0);
    await patiently(() => postForm(granted.upload, file, { signal, words, told: leave }), signal);
    return granted.id;
  };

  const sendBegun = async (begun: Begun): Promise<string> => {
    remembered.keep(file, begun);
    leave(0);
    try {
      await sendParts(server, file, begun, { signal, words, told: leave });
    } catch (failure) {
      // All parts had arrived and were made one file before: the answer to that was lost.
      if (!(failure instanceof Refused && failure.status === 409)) throw failure;
    }
    return begun.id;
  };

  const begin = async (): Promise<string> => {
    const { id, upload, parts } = await ask();
    if (upload) return sendForm({ id, upload });
    if (parts) return sendBegun({ id, ...parts });
    throw new Refused(200, words.fault);
  };

  /** The form that was granted before; where it has run out meanwhile, a new one. */
  const repeat = async (granted: Form): Promise<string> => {
    if ((await statusOf(granted.id)) !== 'uploading') return granted.id;
    try {
      return await sendForm(granted);
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      return begin();
    }
  };

  const goOn = async (begun: Begun): Promise<string> => {
    const status = await statusOf(begun.id);
    if (status === 'uploading') return sendBegun(begun);
    remembered.forget(file);
    return status === undefined || status === 'quarantined' ? begin() : begun.id;
  };

  const send = (): Promise<string> => {
    if (form) return repeat(form);
    const begun = remembered.recall(file);
    return begun ? goOn(begun) : begin();
  };

  const go = async (): Promise<void> => {
    try {
      sent ??= await send();
      remembered.forget(file);
      told({ at: 'checking' });
      told(settled(await followChecks(server, sent, signal), words));
    } catch (failure) {
      if (!signal.aborted) told(failed(failure, sent !== undefined, words));
    }
  };
  return { go };
};

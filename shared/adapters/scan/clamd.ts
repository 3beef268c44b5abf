import { once } from 'node:events';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { type IntakeFiles, type Scanner, ScannerFault, type Verdict } from '#ports/evidence.ts';
import { reasonOf } from '../reason.ts';

/*
 * By hand over node:net, not by the package `clamscan`: it writes to the socket without waiting for it, which gathers a
 * large file in memory; it writes to the console; and it asks for binaries on this machine before it opens the socket.
 */

export interface ClamdScan {
  readonly host: string;
  readonly port: number;
  readonly files: Pick<IntakeFiles, 'stream'>;
  /** Milliseconds in which nothing comes and nothing goes, until clamd counts as gone. A large file is long in coming. */
  readonly silenceMs?: number;
}

const by = 'ClamAV';
const fiveMinutes = 300_000;

/** The content as clamd's INSTREAM takes it: each chunk after its length, an empty one at the end. */
const instream = async function* (content: AsyncIterable<Uint8Array>, progress: Progress) {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of content) {
    // An answer before the end: it takes no more.
    if (progress.reply !== '') return;
    if (chunk.byteLength === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.byteLength);
    yield length;
    yield chunk;
  }
  progress.sentAll = true;
  yield Buffer.alloc(4);
};

interface Progress {
  reply: string;
  sentAll: boolean;
}

/** What clamd says, and whether it was sent the whole file. */
const ask = async (options: ClamdScan, file: Parameters<Scanner>[0]): Promise<Readonly<Progress>> => {
  const { host, port, files, silenceMs = fiveMinutes } = options;
  const progress: Progress = { reply: '', sentAll: false };
  const socket = connect({ host, port }).setEncoding('latin1').setTimeout(silenceMs);
  socket.on('data', (text: string) => {
    progress.reply += text;
  });
  socket.once('timeout', () => socket.destroy(new Error(`silent for ${silenceMs / 1000} s`)));
  try {
    // This end stays open until the answer is there: clamd takes a closed one for a client that has gone.
    const sent = pipeline(instream(files.stream(file), progress), socket, { end: false });
    await Promise.all([sent, once(socket, 'close')]);
  } catch (error) {
    // It hangs up on a file that is too large, with the answer sent before.
    if (progress.reply === '') throw error;
  } finally {
    socket.destroy();
  }
  return { ...progress, reply: progress.reply.replace(/\0.*$/s, '').trim() };
};

/** Not found by a signature: clamd could not look into all of it, where it is set up to say so (`AlertExceedsMax`). */
const notLookedInto = /^Heuristics\.(Limits\.Exceeded|Encrypted)\b/;

const verdictOf = (reply: string): Verdict => {
  if (reply === 'stream: OK') return { verdict: 'clean', by };
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found === undefined) return { verdict: 'undecided', by, detail: `ClamAV answered: ${reply}` };
  return notLookedInto.test(found)
    ? { verdict: 'undecided', by, detail: `ClamAV could not look into all of this file: ${found}` }
    : { verdict: 'infected', by, detail: `ClamAV found ${found}` };
};

/**
 * Scans by a ClamAV daemon over TCP. What is larger than its `StreamMaxLength` is undecided. Its other limits
 * (`MaxFileSize`, `MaxScanSize`) it passes over in silence unless its configuration says `AlertExceedsMax yes`.
 */
export const createClamdScan =
  (options: ClamdScan): Scanner =>
  async (file) => {
    const where = `clamd at ${options.host}:${options.port}`;
    const { reply, sentAll } = await ask(options, file).catch((cause: unknown) => {
      throw new ScannerFault(`${where} cannot be asked: ${reasonOf(cause)}`, { cause });
    });
    const verdict = verdictOf(reply);
    if (reply === '' || (verdict.verdict === 'clean' && !sentAll))
      throw new ScannerFault(`${where} gave no answer to the whole file`);
    return verdict;
  };

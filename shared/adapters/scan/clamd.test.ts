import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ScannerFault } from '#ports/evidence.ts';
import { createClamdScan } from './clamd.ts';

const file = { key: 'evidence/1/2', version: 'v', size: 0 };

/** Takes the chunks of one INSTREAM; the answer once `most` bytes are there, or all. */
const session = (socket: Socket, answer: (content: string) => string, most: number) => {
  let waiting = Buffer.alloc(0);
  let content = Buffer.alloc(0);
  let isCommand = true;
  const reply = (text: string) => socket.end(`${text}\0`);
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    waiting = Buffer.concat([waiting, data]);
    if (isCommand && waiting.includes(0)) {
      if (waiting.subarray(0, waiting.indexOf(0)).toString() !== 'zINSTREAM') return reply('UNKNOWN COMMAND');
      waiting = waiting.subarray(waiting.indexOf(0) + 1);
      isCommand = false;
    }
    while (!isCommand && waiting.length >= 4) {
      const length = waiting.readUInt32BE(0);
      if (length === 0) return reply(answer(content.toString('latin1')));
      if (content.length + length > most) {
        socket.removeAllListeners('data');
        socket.pause();
        return reply('INSTREAM size limit exceeded. ERROR');
      }
      if (waiting.length < 4 + length) return;
      content = Buffer.concat([content, waiting.subarray(4, 4 + length)]);
      waiting = waiting.subarray(4 + length);
    }
  });
};

const listening = async (onConnection: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const clamd = (answer: (content: string) => string, most = 1_000_000) =>
  listening((socket) => session(socket, answer, most));

const chunks = (...texts: string[]) => ({
  stream: async function* () {
    for (const text of texts) yield Buffer.from(text);
  },
});
const scanOn = (port: number, files = chunks('min', '', 'utes'), silenceMs = 5000) =>
  createClamdScan({ host: '127.0.0.1', port, files, silenceMs })(file);

it('sends the file and takes OK for clean', async () => {
  const port = await clamd((content) => (content === 'minutes' ? 'stream: OK' : 'stream: Other FOUND'));
  expect(await scanOn(port)).toEqual({ verdict: 'clean', by: 'ClamAV' });
});

it('says what was found', async () => {
  const port = await clamd(() => 'stream: Win.Test.EICAR_HDB-1 FOUND');
  expect(await scanOn(port)).toEqual({
    verdict: 'infected',
    by: 'ClamAV',
    detail: 'ClamAV found Win.Test.EICAR_HDB-1',
  });
});

it.each([
  'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND',
  'stream: Heuristics.Encrypted.PDF FOUND',
  'stream: Can not allocate memory ERROR',
])('is undecided where clamd could not look: %s', async (answer) => {
  expect(await scanOn(await clamd(() => answer))).toMatchObject({ verdict: 'undecided', by: 'ClamAV' });
});

it('is undecided of a file that is larger than clamd takes, and sends no more of it', async () => {
  const port = await clamd(() => 'stream: OK', 300_000);
  let sent = 0;
  const endless = {
    stream: async function* () {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(65_536);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  const verdict = await scanOn(port, endless);
  expect(verdict).toEqual({
    verdict: 'undecided',
    by: 'ClamAV',
    detail: 'ClamAV answered: INSTREAM size limit exceeded. ERROR',
  });
  expect(sent).toBeLessThan(1000);
});

it('waits for a slow clamd and holds no more than a little meanwhile', async () => {
  const port = await listening((socket) => socket.pause());
  let sent = 0;
  const large = {
    stream: async function* () {
      for (; sent < 1000; sent += 1) yield Buffer.alloc(1_000_000);
    },
  };
  await expect(scanOn(port, large, 300)).rejects.toThrow('silent for 0.3 s');
  expect(sent).toBeLessThan(100);
});

it('throws ScannerFault when nobody answers', async () => {
  const port = await listening((socket) => socket.end());
  await expect(scanOn(port)).rejects.toBeInstanceOf(ScannerFault);
  await expect(scanOn(1)).rejects.toBeInstanceOf(ScannerFault);
});

it('takes no OK for a file that it was not sent whole', async () => {
  const port = await listening((socket) => socket.write('stream: OK\0'));
  const slow = {
    stream: async function* () {
      yield Buffer.from('min');
      await new Promise((resolve) => setTimeout(resolve, 100));
      yield Buffer.from('utes');
    },
  };
  const scanning = expect(scanOn(port, slow, 300)).rejects.toBeInstanceOf(ScannerFault);
  await scanning;
});

it('throws ScannerFault when the file cannot be read', async () => {
  const port = await clamd(() => 'stream: OK');
  const broken = {
    stream: async function* () {
      yield Buffer.from('min');
      throw new Error('gone');
    },
  };
  await expect(scanOn(port, broken)).rejects.toThrow('gone');
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { PackEntry } from '#ports/packs.ts';
import { zip } from './zip.ts';

const entry = (path: string, ...pieces: readonly string[]): PackEntry => ({
  path,
  content: async function* () {
    for (const piece of pieces) yield new TextEncoder().encode(piece);
  },
});
const entries = [entry('README.txt', 'one ', 'two'), entry('empty.json'), entry('findings/ü/a b.txt', 'three')];

const read = async (bytes: Buffer): Promise<Record<string, string>> => {
  const archive = await fromBufferPromise(bytes);
  const found: Record<string, string> = {};
  for await (const each of archive.eachEntry())
    found[each.fileName] = (await buffer(await archive.openReadStreamPromise(each))).toString();
  return found;
};

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a ZIP', () => {
  it('holds the files in their order, as they are', async () => {
    const bytes = await buffer(zip(entries));
    const found = await read(bytes);
    expect(found).toEqual({ 'README.txt': 'one two', 'empty.json': '', 'findings/ü/a b.txt': 'three' });
    expect(Object.keys(found)).toEqual(entries.map(({ path }) => path));
    expect(bytes.includes('one two')).toBe(true);
  });

  it('is the same however its contents come in pieces', async () => {
    const other = [entry('README.txt', 'o', 'ne tw', 'o'), ...entries.slice(1)];
    expect((await buffer(zip(other))).equals(await buffer(zip(entries)))).toBe(true);
  });

  it('is the same in every time zone', async () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { buffer } from 'node:stream/consumers';
      import { zip } from '#adapters/zip/zip.ts';
      const content = async function* () { yield Buffer.from('one two'); };
      process.stdout.write(createHash('sha256').update(await buffer(zip([{ path: 'a', content }]))).digest('hex'));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
    });
    expect(elsewhere).toBe(sha256(await buffer(zip([entry('a', 'one two')]))));
  });

  it('asks for a content when its turn comes, and not before', async () => {
    const asked: string[] = [];
    const watched = ['a', 'b'].map(
      (path): PackEntry => ({
        path,
        content: async function* () {
          asked.push(path);
          for (let piece = 0; piece < 100; piece += 1) yield new Uint8Array(100_000);
        },
      }),
    );
    let size = 0;
    for await (const bytes of zip(watched)) {
      size += bytes.length;
      if (size < 9_000_000) expect(asked).not.toContain('b');
    }
    expect(asked).toEqual(['a', 'b']);
    expect(size).toBeGreaterThan(20_000_000);
  });

  it('reads no further ahead than a few pieces', async () => {
    let given = 0;
    const large: PackEntry = {
      path: 'large',
      content: async function* () {
        for (; given < 1000; given += 1) yield new Uint8Array(64 * 1024);
      },
    };
    const pieces = zip([large])[Symbol.asyncIterator]();
    await pieces.next();
    await pieces.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(given).toBeLessThan(30);
    await pieces.return?.();
  });

  it('throws what a content throws', async () => {
    const broken: PackEntry = {
      path: 'broken',
      content: async function* () {
        yield new Uint8Array(10);
        throw new RangeError('the vault is gone');
      },
    };
    await expect(buffer(zip([entry('a', 'x'), broken, entry('b', 'y')]))).rejects.toThrow('the vault is gone');
  });

  it('closes the content that is open when nobody reads on', async () => {
    let closed = false;
    const large: PackEntry = {
      path: 'large',
      content: async function* () {
        try {
          for (;;) yield new Uint8Array(64 * 1024);
        } finally {
          closed = true;
        }
      },
    };
    let size = 0;
    for await (const bytes of zip([large])) {
      size += bytes.length;
      if (size > 1_000_000) break;
    }
    await expect.poll(() => closed).toBe(true);
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultInContainer } from './containers.ts';
import { type Content, directoryHeaders, documentOf, faultIn, noise, patched, readerOf, zipOf } from './zip.fixture.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

// Temporary files go where this test alone looks, and none may be left.
const before = process.env.TMPDIR;
const folder = mkdtempSync(join(tmpdir(), 'containers-'));
beforeAll(() => {
  process.env.TMPDIR = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  expect(left).toEqual([]);
});

describe('the limits of a container', () => {
  it('refuses more entries than it may have, in all containers together', async () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_each, i) => [`${i}.txt`, 'x']));
    expect(await faultIn(await zipOf(ten), undefined, { entries: 10 })).toBeUndefined();
    expect(await faultIn(await zipOf(ten), undefined, { entries: 9 })).toContain('more than 9 entries');
    const nested = await zipOf({ 'inner.zip': await zipOf(ten) });
    expect(await faultIn(nested, undefined, { entries: 11 })).toBeUndefined();
    expect(await faultIn(nested, undefined, { entries: 10 })).toContain('“inner.zip” in the file holds more than');
  });

  it('refuses 10,001 entries by the directory alone', async () => {
    const claims = patched(await zipOf({ 'a.txt': 'a' }), (copy) => {
      copy.writeUInt16LE(10_001, copy.length - 14);
      copy.writeUInt16LE(10_001, copy.length - 12);
    });
    expect(await faultIn(claims)).toBe('The file holds more than 10,000 entries.');
  });

  it('refuses a bomb, and stops where it goes off', async () => {
    const bomb = await zipOf({ 'zeros.bin': Buffer.alloc(20_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultIn(bomb)).toBe('The file grows to more than 100 times its size at “zeros.bin”.');
    const lying = patched(bomb, (copy) => copy.writeUInt32LE(10, (directoryHeaders(copy)[0] ?? 0) + 24));
    expect(await faultIn(lying)).toContain('grows to more than 100 times');
  });

  it('refuses a bomb beside what cannot be packed', async () => {
    const zip = await zipOf({ 'a.bin': noise(200_000), 'zeros.bin': Buffer.alloc(5_000_000) });
    expect(await faultIn(zip)).toBe('The file grows to more than 100 times its size at “zeros.bin”.');
  });

  it('refuses a bomb in a ZIP, and one of many small parts', async () => {
    const nested = await zipOf({ 'inner.zip': await zipOf({ 'zeros.bin': Buffer.alloc(5_000_000) }) });
    expect(await faultIn(nested)).toContain('“inner.zip” in the file grows to more than');
    const parts = Object.fromEntries(Array.from({ length: 8 }, (_each, i) => [`${i}.bin`, Buffer.alloc(900_000)]));
    expect(await faultIn(await zipOf(parts))).toContain('grows to more than 100 times its size at “1.bin”');
  });

  it('lets a small file of zeros be', async () => {
    expect(await faultIn(await zipOf({ 'zeros.bin': Buffer.alloc(900_000) }))).toBeUndefined();
  });

  it('refuses what is more than the limit when unpacked, in all containers together', async () => {
    const zip = await zipOf({ 'a.bin': noise(40_000), 'b.zip': await zipOf({ 'c.bin': noise(40_000) }) });
    expect(await faultIn(zip, undefined, { inflatedBytes: 121_000 })).toBeUndefined();
    expect(await faultIn(zip, undefined, { inflatedBytes: 119_000 })).toContain('when unpacked');
  });

  it('opens a ZIP in a ZIP, and none in that', async () => {
    const inner = await zipOf({ 'c.zip': await zipOf({ 'a.txt': 'a' }) });
    expect(await faultIn(inner)).toBeUndefined();
    expect(await faultIn(await zipOf({ 'b.zip': inner }))).toBe(
      '“c.zip” in the file is packed too deep: a container within a container is opened, and no further.',
    );
    expect(await faultIn(await zipOf({ 'b.jpg': inner }, { compress: false }))).toContain('too deep');
  });

  it('opens a document in a document, and none in that', async () => {
    const nest = async (part: Content) => zipOf(documentOf('word/document.xml', part));
    const two = await nest({ 'word/a.docx': await nest({}) });
    expect(await faultIn(two, docx)).toBeUndefined();
    expect(await faultIn(await nest({ 'word/a.docx': two }), docx)).toContain('too deep');
  });

  it('refuses a ZIP within that is too large to be opened', async () => {
    const zip = await zipOf({ 'b.zip': await zipOf({ 'a.bin': noise(5000) }) });
    expect(await faultIn(zip, undefined, { nestedBytes: 4000 })).toContain('“b.zip”, a ZIP of more than');
  });

  it('refuses a header that only takes room', async () => {
    expect(await faultIn(await zipOf({ [`${'n'.repeat(5000)}.txt`]: 'x' }))).toContain('more than 4096 bytes');
  });

  it('names an entry so that it can be shown', async () => {
    const name = `${'very '.repeat(30)}long\u202Etxt.zip`;
    const fault = await faultIn(await zipOf({ [name]: await zipOf({ 'b.zip': await zipOf({ a: 'a' }) }) }));
    expect(fault).not.toContain('\u202E');
    expect(fault?.length).toBeLessThan(200);
  });
});

describe('reading a container', () => {
  it('throws what kept the bytes back, and calls it no fault of the file', async () => {
    const zip = await zipOf({ 'a.bin': noise(6_000_000) });
    const gone = new Error('the store is gone');
    let reads = 0;
    const read = async (start: number, length: number) => {
      reads += 1;
      if (reads > 1) throw gone;
      return zip.subarray(start, start + length);
    };
    await expect(faultInContainer(read, zip.length, 'application/zip')).rejects.toBe(gone);
    reads = 1;
    await expect(faultInContainer(read, zip.length, 'application/zip')).rejects.toBe(gone);
  });

  it('throws where the file is shorter than the store said', async () => {
    const zip = await zipOf({ 'a.txt': 'a' });
    const read = readerOf(zip.subarray(0, 10));
    await expect(faultInContainer(read, zip.length, 'application/zip')).rejects.toThrow('ends at 10');
  });

  it('asks for each part of a file once, in large pieces', async () => {
    const zip = await zipOf(Object.fromEntries(Array.from({ length: 900 }, (_each, i) => [`${i}.bin`, noise(10_000)])));
    let reads = 0;
    const read = async (start: number, length: number) => {
      reads += 1;
      return zip.subarray(start, start + length);
    };
    expect(await faultInContainer(read, zip.length, 'application/zip')).toBeUndefined();
    expect(zip.length).toBeGreaterThan(8_000_000);
    expect(reads).toBeLessThanOrEqual(Math.ceil(zip.length / (4 * 1024 * 1024)) + 1);
  });

  it('gives a sentence or none, whatever was changed in the file', async () => {
    const zip = await zipOf({
      'a/b.txt': 'minutes '.repeat(20),
      'inner.zip': await zipOf({ 'c.txt': 'c'.repeat(50) }),
    });
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const copy = patched(zip, (bytes) => {
          for (const [at, value] of changes) bytes[at] = value;
        });
        const fault = await faultIn(copy);
        expect(fault === undefined || fault.endsWith('.')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

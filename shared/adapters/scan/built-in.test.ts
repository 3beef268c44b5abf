import { expect, it } from 'vitest';
import { createBuiltInScan } from './built-in.ts';

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const scanned = async (content: string) => {
  const bytes = Buffer.from(content, 'latin1');
  const read: number[] = [];
  const scan = createBuiltInScan({
    read: async (_file, from, count = bytes.length) => {
      read.push(count);
      return bytes.subarray(from, from + count);
    },
  });
  return { ...(await scan({ key: 'k', version: 'v', size: bytes.length })), read };
};

it.each([
  ['alone', eicar],
  ['with a line end', `${eicar}\r\n`],
  ['with white space, 128 bytes in all', `${eicar}${' \t\n\r\x1a'.repeat(12)}`],
])('finds the test file %s', async (_how, content) => {
  expect(await scanned(content)).toMatchObject({ verdict: 'infected', by: 'built-in check' });
});

it.each([
  ['quoted in a text', `The test file is ${eicar}`],
  ['followed by a text', `${eicar} is the test file`],
  ['with more white space than the rule allows', `${eicar}${' '.repeat(61)}`],
  ['cut off', eicar.slice(0, -1)],
  ['absent', 'minutes of the meeting'],
])('takes the test file %s for none', async (_how, content) => {
  expect(await scanned(content)).toMatchObject({
    verdict: 'not-scanned',
    by: 'built-in check',
    detail: 'not scanned: no scanner installed',
  });
});

it('reads no more than the rule needs', async () => {
  expect((await scanned(eicar)).read).toEqual([128]);
  expect((await scanned('x'.repeat(10_000))).read).toEqual([]);
});

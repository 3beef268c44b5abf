import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '#domain/report/read-report.ts';
import { createReportReader } from './report-reader.ts';

const folder = new URL('../../../test/fixtures/reports/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const reader = createReportReader();

describe('any bytes', () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.ts'));
  const answersAnyhow = async (bytes: Uint8Array) => {
    const source = await reader.read(bytes, 'any');
    if (source.ok) readReport(source.value, { today: '2026-04-09' });
    else expect(source.refusals[0]?.message.length).toBeGreaterThan(10);
  };

  it('are answered, never thrown at', async () => {
    const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0x7b], [0x5b]);
    const any = fc
      .tuple(start, fc.uint8Array({ maxLength: 300 }))
      .map(([first, rest]) => new Uint8Array([...first, ...rest]));
    await fc.assert(fc.asyncProperty(any, answersAnyhow), { numRuns: 300 });
  });

  it('of a real report, cut and spoiled, are answered too', async () => {
    const files = names.map(fixture);
    const spoiled = fc
      .tuple(
        fc.constantFrom(...files),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      )
      .map(([file, part, changes]) => {
        const bytes = file.slice(0, Math.ceil(file.length * part));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes;
      });
    await fc.assert(fc.asyncProperty(spoiled, answersAnyhow), { numRuns: 150 });
  });
});

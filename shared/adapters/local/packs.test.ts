import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createPackFiles } from './packs.ts';
import { createVirtualClock } from './virtual-clock.ts';

const content = async function* () {
  yield Buffer.from('pack');
};

it('keeps a pack for a week, and its room no longer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const clock = createVirtualClock('2026-03-09T08:00:00Z');
  const packs = await createPackFiles({ folder, clock, downloadUrl: () => 'http://127.0.0.1/local/download' });
  const opened = async (key: string) => {
    const { url } = await packs.grantDownload({
      key,
      fileName: 'a.zip',
      type: 'application/zip',
      expiresInSeconds: 60,
    });
    const result = await packs.open(Object.fromEntries(new URL(url).searchParams));
    return result.ok ? result.value.size : result.refusals[0]?.code;
  };
  await packs.write('a', content());
  clock.advance('P6D');
  await packs.write('b', content());
  expect([await opened('a'), await opened('b')]).toEqual([4, 4]);
  clock.advance('P1D');
  expect([await opened('a'), await opened('b')]).toEqual(['not-found', 4]);
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(2);
  await packs.write('c', content());
  expect(readdirSync(join(folder, 'bodies'))).toHaveLength(2);
  expect([await opened('a'), await opened('b'), await opened('c')]).toEqual(['not-found', 4, 4]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimFolder } from './data-folder.ts';

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

test('a folder is claimed by the first process, and its second start may claim it again', async () => {
  const folder = join(await newFolder(), 'new');
  expect(await claimFolder(folder)).toBeUndefined();
  expect(await readFile(join(folder, 'process-id'), 'utf8')).toBe(String(process.pid));
  expect(await claimFolder(folder)).toBeUndefined();
});

test('a process that runs keeps its folder, and one that was killed loses it', async () => {
  const folder = await newFolder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await writeFile(join(folder, 'process-id'), String(other.pid));
  expect(await claimFolder(folder)).toBe(other.pid);
  expect(await readFile(join(folder, 'process-id'), 'utf8')).toBe(String(other.pid));
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await claimFolder(folder)).toBeUndefined();
});

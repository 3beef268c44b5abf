import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a configuration with mistakes stops synth with every mistake and no stack trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  const path = join(folder, 'config.json');
  writeFileSync(path, JSON.stringify({ organization: { name: 'Example Ltd', timeZone: 'Mars/Olympus' } }));
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ config: path }), CDK_OUTDIR: join(folder, 'out') },
    encoding: 'utf8',
  });
  const stacks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('template'));
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  expect(stacks).toEqual([]);
  expect(stderr.trim().split('\n')).toEqual([
    `${path}: organization.timeZone: Give an IANA time zone such as Europe/Zurich.`,
    expect.stringContaining(`${path}: baseUrl: `),
    expect.stringContaining(`${path}: mail: `),
    `${path}: alarmEmail: Give the address that alarms go to.`,
  ]);
});

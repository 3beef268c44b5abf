import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifier } from '#functions/build-pack/verifier-source.ts';
import { aNonconformity, findingId } from '../test/builders/finding.ts';
import { handInWith, madePack, newSigner, refTo, vaultFile } from '../test/builders/pack.ts';
import { completeSubmission } from '../test/builders/submissions.ts';

const run = promisify(execFile);
const signer = newSigner();
let folder: string;
let pack: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-verifier-'));
  const document = vaultFile('document', 'ok');
  const submission = completeSubmission('plan', { evidence: [refTo(document)] });
  const life = handInWith(aNonconformity(), submission, [document]);
  pack = await madePack({ findings: { [findingId]: life.events }, contents: [submission], files: [document], signer });
  await writeFile(join(folder, 'pack.zip'), pack);
  const changed = Buffer.from(pack);
  changed.write('OK', pack.indexOf('ok', pack.indexOf('document.txt')));
  await writeFile(join(folder, 'changed.zip'), changed);
  await writeFile(join(folder, 'text.zip'), 'This is no ZIP.');
  await writeFile(join(folder, 'key.pem'), await signer.publicKey());
  await writeFile(join(folder, 'other.pem'), await newSigner().publicKey());
  await writeFile(join(folder, 'verify.mjs'), verifier);
});
afterAll(() => rm(folder, { recursive: true }));

const source = join(import.meta.dirname, 'main.ts');
/** As `npm run verify`, and as the single file in every pack: in a folder with nothing else, and no environment. */
const verifiers = { 'the source': source, 'the single file': 'verify.mjs' };

describe.each(Object.entries(verifiers))('%s', (_name, file) => {
  const verify = async (...given: readonly string[]) => {
    try {
      return { code: 0, ...(await run(process.execPath, [file, ...given], { cwd: folder, env: {} })) };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  };

  it('says what fits: subject, state, numbers, and whose key it may be', async () => {
    const { code, stdout } = await verify('pack.zip');
    expect(code).toBe(0);
    for (const said of [
      'pack.zip fits.',
      `finding ${findingId} of Example AG`,
      'NC-01 major: plan in-review, cycle 1, round 1 (3 events)',
      '3 events, 8 files',
      'compare the fingerprint',
    ])
      expect(stdout).toContain(said);
  });

  it('takes the key that a person brings along', async () => {
    const { code, stdout } = await verify('pack.zip', '--key', 'key.pem');
    expect([code, stdout]).toEqual([0, expect.stringContaining('signed with the key that you gave')]);
    const other = await verify('pack.zip', '--key', 'other.pem');
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining('public-key.pem')]);
    const none = await verify('pack.zip', '--key', 'pack.zip');
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining('--key')]);
  });

  it('names the first thing that does not fit', async () => {
    const { code, stdout } = await verify('changed.zip');
    expect(code).toBe(1);
    expect(stdout).toContain('changed.zip does NOT fit.');
    expect(stdout).toContain(`findings/${findingId}/evidence/plan/c1-r1/document.txt`);
    const text = await verify('text.zip');
    expect([text.code, text.stdout]).toEqual([1, expect.stringContaining('ZIP')]);
  });

  it('says how it is used where it cannot look at anything', async () => {
    for (const given of [[], ['a.zip', 'b.zip'], ['missing.zip'], ['pack.zip', '--key', 'missing.pem'], ['--what']]) {
      const { code, stderr } = await verify(...given);
      expect([given, code, stderr]).toEqual([given, 2, expect.stringContaining('node verify.mjs PACK.zip')]);
    }
  });
});

it('the single file is small', () => {
  expect(Buffer.byteLength(verifier)).toBeLessThan(100_000);
});

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { reportOf } from './report.ts';
import { fileSource } from './source.ts';
import { verifyPack } from './verify.ts';

const usage = `Checks an evidence pack: node verify.mjs PACK.zip [--key public-key.pem]

  --key  the public key of the organization: the pack must be signed with it

Exit code: 0 everything fits, 1 something does not, 2 the pack could not be looked at.
`;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @returns the exit code */
const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  const [pack, ...others] = positionals;
  if (pack === undefined || others.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const key = values.key === undefined ? undefined : await readFile(values.key, 'utf8');
  const source = await fileSource(pack);
  try {
    const verdict = await verifyPack(source, key);
    process.stdout.write(reportOf(pack, verdict, key !== undefined));
    return verdict.ok ? 0 : 1;
  } finally {
    await source.close();
  }
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n\n${usage}`);
  process.exitCode = 2;
}

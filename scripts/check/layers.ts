import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/**
 * Who imports whom, held against `.dependency-cruiser.cjs`. A cruise that reads nothing finds nothing wrong, and that has
 * happened with other versions of TypeScript: so the number of modules is held against a floor as well.
 */
const fewest = 200;

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const folders = ['shared', 'functions', 'workflows', 'infra', 'local', 'demo', 'bench', 'scripts', 'verifier', 'web'];
const present = readdirSync('.').filter((name) => folders.includes(name));
const { output } = await cruise(
  present,
  { ...options, ruleSet: { forbidden }, validate: true },
  {},
  { tsConfig: extractTSConfig('tsconfig.json') },
);
const { modules, summary } = output as ICruiseResult;
for (const { from, to, rule } of summary.violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
if (modules.length < fewest) process.stderr.write(`only ${modules.length} modules were read: the cruise is broken\n`);
process.stdout.write(`layers: ${modules.length} modules, ${summary.violations.length} violations\n`);
process.exitCode = summary.violations.length > 0 || modules.length < fewest ? 1 : 0;

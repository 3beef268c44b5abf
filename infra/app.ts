import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { build } from './build.ts';
import { readConfig } from './config.ts';
import { withResolvedPolicy } from './resolved-policy.ts';

/** The CDK application. `-c config=FILE` names the organization's configuration. */
const app = new App();
const path = String(app.node.tryGetContext('config') ?? 'redress.config.json');
const read = readConfig(path);
const config = read.ok ? await withResolvedPolicy(read.value, new Date().toISOString().slice(0, 10)) : read;

const built = fileURLToPath(new URL('../web/dist/', import.meta.url));

if (config.ok && !existsSync(`${built}index.html`)) {
  process.stderr.write('There is no web/dist: build the browser application first (npm run build:web).\n');
  process.exitCode = 1;
} else if (config.ok) {
  build(app, config.value, built);
} else {
  for (const { field, message } of config.refusals) {
    process.stderr.write(`${path}: ${field === undefined ? '' : `${field}: `}${message}\n`);
  }
  process.exitCode = 1;
}

import { App } from 'aws-cdk-lib';
import { build } from './build.ts';
import { readConfig } from './config.ts';
import { withResolvedPolicy } from './resolved-policy.ts';

/** The CDK application. `-c config=FILE` names the organization's configuration. */
const app = new App();
const path = String(app.node.tryGetContext('config') ?? 'redress.config.json');
const read = readConfig(path);
const config = read.ok ? await withResolvedPolicy(read.value, new Date().toISOString().slice(0, 10)) : read;

if (config.ok) {
  build(app, config.value);
} else {
  for (const { field, message } of config.refusals) {
    process.stderr.write(`${path}: ${field === undefined ? '' : `${field}: `}${message}\n`);
  }
  process.exitCode = 1;
}

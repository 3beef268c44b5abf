/**
 * `npm run test:aws -- --endpoint URL`: runs the contract suites of the AWS adapters over the real protocol, against
 * LocalStack or moto; with `--account` instead of an endpoint, against the AWS account whose credentials are at hand.
 * Everything that the suites need is made first and removed afterwards. `--wait SECONDS`: for a stand-in that is just
 * being started.
 */
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const usage = `usage: npm run test:aws -- --endpoint URL [--wait SECONDS]   (moto or LocalStack)
       npm run test:aws -- --account   (AWS itself: makes and removes a table, a bucket, queues, a bus, machines)
environment with --account: AWS_REGION and credentials as the AWS SDK finds them;
  REDRESS_TEST_ROLE_ARN   a role for Step Functions that may send to queues named redress-contract-*
  REDRESS_TEST_MAIL_FROM  an address that SES has verified; mail goes to SES's own simulator`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** What a stand-in lets by, so that nobody takes a green run for more than it is. */
const notEnforced = `moto enforces neither S3's signatures nor its POST policies nor its checksums, and it keeps no checksum of a POST
or a part; it looks at no conditions of a copy, and leaves out the headers that a presigned address asks for;
it does not write under a condition in one step, looks at no execution names, and asks for no permissions.
What hangs on these is skipped below, each with its reason, and is proven on AWS or by the local counterpart alone.`;

const listens = (url: URL): Promise<boolean> => {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const socket = connect({ host: url.hostname, port, timeout: 5000 });
  return new Promise<boolean>((resolve) => {
    for (const failure of ['error', 'timeout']) socket.once(failure, () => resolve(false));
    socket.once('connect', () => resolve(true));
  }).finally(() => socket.destroy());
};

/** Whether anything answers, asked until `seconds` have passed. */
const answers = async (url: URL, seconds: number): Promise<boolean> => {
  const end = Date.now() + seconds * 1000;
  while (!(await listens(url))) {
    if (Date.now() >= end) return false;
    await setTimeout(250);
  }
  return true;
};

const isMoto = async (endpoint: string): Promise<boolean> => {
  const response = await fetch(new URL('/moto-api/config', endpoint), { signal: AbortSignal.timeout(5000) });
  return response.ok && (await response.text()).startsWith('{');
};

/** @returns the exit code */
const run = async (settings: Readonly<Record<string, string>>): Promise<number> => {
  Object.assign(process.env, settings);
  const vitest = await startVitest('test', [], {
    config: 'test/contracts/aws/vitest.config.ts',
    root: '.',
    watch: false,
  });
  await vitest.close();
  return vitest.state.getCountOfFailedTests() > 0 || process.exitCode ? 1 : 0;
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { endpoint: { type: 'string' }, account: { type: 'boolean' }, wait: { type: 'string', default: '0' } },
  });
  const { endpoint, account } = values;
  const wait = Number(values.wait);
  if ((endpoint === undefined) === (account === undefined) || !(wait >= 0)) {
    say(usage);
    return 2;
  }
  if (endpoint === undefined) {
    if (process.env.AWS_REGION === undefined) {
      say('not run: AWS_REGION is not set');
      return 2;
    }
    return run({ REDRESS_AWS_KIND: 'aws' });
  }
  if (!URL.canParse(endpoint)) {
    say(`not run: ${endpoint} is no URL`);
    return 2;
  }
  if (!(await answers(new URL(endpoint), wait))) {
    say(`not run: nothing answers at ${endpoint}`);
    return 0;
  }
  const moto = await isMoto(endpoint);
  if (moto) say(notEnforced);
  return run({ REDRESS_AWS_KIND: moto ? 'moto' : 'other', REDRESS_AWS_ENDPOINT: endpoint });
};

process.exitCode = await main();

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { civilDateOf } from '#domain/calendar/civil-date.ts';
import { type Booted, boot } from '#local/boot.ts';
import { signInAs } from '#local/client.ts';
import { openSampleAudit } from '#local/sample/audit.ts';
import { sample } from '#local/sample/people.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { type Figure, textOf } from '../figure.ts';
import { fillRegister } from './fill-register.ts';
import { firstPage } from './first-page.ts';
import { signIn } from './person.ts';
import { planForm } from './plan-form.ts';
import { register } from './register.ts';

const usage = `npm run bench:web -- [--findings 10000] [--runs 5] [--json]

  --findings  findings in the register (10000)
  --runs      how often each is measured; the median is taken (5)
  --json      print one JSON object and nothing else
`;

const fail: (text: string) => never = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const readOptions = () => {
  const number = (name: string, text: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(text)) fail(`--${name} ${text}: give a whole number from 1 to 999999.`);
    return Number(text);
  };
  try {
    const options = {
      findings: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    } as const;
    const { findings, runs, json } = parseArgs({ options }).values;
    return { findings: number('findings', findings), runs: number('runs', runs), json };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

/** Address of a finding of the sample audit whose plan its owner has to write. */
const openPlan = async ({ url, system }: Booted): Promise<string> => {
  const audit = await openSampleAudit(url, civilDateOf(system.clock.now(), system.timeZone));
  await system.settled();
  const owner = await signInAs(url, sample.owner.email);
  const awaiting = `/findings?audit=${audit}&status=awaiting`;
  const [first] = (await owner.call<{ findings: { id: string }[] }>('GET', awaiting)).findings;
  if (!first) throw new Error('the sample audit has no finding for its owner');
  return `${url}/findings/${first.id}`;
};

const { findings, runs, json } = readOptions();
const started = performance.now();
const data = await mkdtemp(join(tmpdir(), 'redress-bench-'));
const booted = await boot({
  port: 0,
  data,
  empty: true,
  onFault: (what, fault) => process.stderr.write(`fault in ${what}: ${String(fault)}\n`),
});
const browser = await launchBrowser();
const measured: Figure[] = [];
const tell = (figure: Figure): void => {
  measured.push(figure);
  if (!json) process.stdout.write(`${textOf(figure)}\n`);
};
try {
  await fillRegister(booted.system.store.register, findings);
  // Who sees every finding.
  const manager = await signIn(browser, booted.url, sample.ismsManager.email);
  tell(await firstPage(manager, runs));
  tell(await register(manager, booted.url, runs, findings));
  const owner = await signIn(browser, booted.url, sample.owner.email);
  tell(await planForm(owner, await openPlan(booted), runs));
} finally {
  await browser.close();
  await booted.close();
  await rm(data, { recursive: true, force: true });
}
if (json)
  process.stdout.write(`${JSON.stringify(Object.fromEntries(measured.map(({ name, data }) => [name, data])))}\n`);
else process.stdout.write(`${Math.round((performance.now() - started) / 1000)} s\n`);
process.exitCode = measured.some(({ breaches }) => breaches.length > 0) ? 1 : 0;

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Booted, boot } from '#local/boot.ts';
import { signInAs } from '#local/client.ts';
import { sample } from '#local/sample/people.ts';
import { type Played, playReport, ReportRefused } from './play.ts';
import { eventsOf } from './result.ts';
import { table } from './table.ts';

const usage = `npm run demo -- --report FILE [--out DIR] [--json]

  --report  an audit report: CSV, XLSX or OSCAL assessment results (JSON)
  --out     where register.csv, timeline.jsonl and the mails go (demo-out)
  --json    print one JSON object and nothing else
`;

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

const readOptions = () => {
  try {
    const options = {
      report: { type: 'string' },
      out: { type: 'string', default: 'demo-out' },
      json: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

interface Execution {
  readonly name: string;
  readonly status: string;
  readonly transitions: number;
}

const executionsOf = async (url: string): Promise<Execution[]> => {
  const { executions } = (await (await fetch(`${url}/local/executions`)).json()) as { executions: Execution[] };
  return executions.map(({ name, status, transitions }) => ({ name, status, transitions }));
};

const mailsOf = async (url: string): Promise<{ id: string }[]> =>
  ((await (await fetch(`${url}/local/mail`)).json()) as { mail: { id: string }[] }).mail;

const writeOut = async (url: string, out: string, played: Played): Promise<void> => {
  const ismsManager = await signInAs(url, sample.ismsManager.email);
  await mkdir(join(out, 'mail'), { recursive: true });
  await writeFile(join(out, 'register.csv'), await ismsManager.text('/register.csv'));
  const events = (await Promise.all(played.findings.map(({ id }) => eventsOf(ismsManager, id)))).flat();
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  await writeFile(join(out, 'timeline.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  for (const { id } of await mailsOf(url)) {
    const mail = await fetch(`${url}/local/mail/${id}`);
    await writeFile(join(out, 'mail', `${id.padStart(4, '0')}.eml`), Buffer.from(await mail.arrayBuffer()));
  }
};

const summary = (played: Played, executions: readonly Execution[], sent: number) => ({
  findings: played.findings.map(({ chainVerified: _chain, endedAsItsPartSays: _end, ...finding }) => finding),
  refusedRows: played.refusedRows,
  notices: { sent },
  executions,
  chainVerified: played.findings.every((finding) => finding.chainVerified),
});

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const run = async (booted: Booted, report: string, out: string, json: boolean): Promise<boolean> => {
  const played = await playReport(booted, report, json ? () => {} : say);
  const executions = await executionsOf(booted.url);
  const sent = (await mailsOf(booted.url)).length;
  await writeOut(booted.url, out, played);
  const result = summary(played, executions, sent);
  if (json) say(JSON.stringify(result));
  else say(table(played, executions, sent, out));
  return result.chainVerified && played.findings.every((finding) => finding.endedAsItsPartSays);
};

const { report, out, json } = readOptions();
if (report === undefined) fail(usage);
const data = await mkdtemp(join(tmpdir(), 'redress-demo-'));
const booted = await boot({
  port: 0,
  data,
  clock: `${new Date().toISOString().slice(0, 10)}T08:00:00.000Z`,
  empty: true,
  onFault: (what, fault) => process.stderr.write(`fault in ${what}: ${String(fault)}\n`),
});
try {
  const good = await run(booted, report ?? '', out, json);
  process.exitCode = good ? 0 : 1;
} catch (error) {
  const isExpected =
    error instanceof ReportRefused || (error instanceof Error && 'code' in error && error.code === 'ENOENT');
  if (!isExpected) throw error;
  process.stderr.write(
    error instanceof ReportRefused ? `${error.message}\n` : `There is no file ${report}. Give the path of a report.\n`,
  );
  process.exitCode = 1;
} finally {
  await booted.close();
  await rm(data, { recursive: true, force: true });
}

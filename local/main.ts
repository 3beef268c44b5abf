import { parseArgs } from 'node:util';
import { boot } from './boot.ts';
import { claimFolder } from './data-folder.ts';
import { readOrganization } from './organization.ts';

const usage = `npm start -- [--port 8080] [--data .redress] [--clock 2026-03-09T08:00:00Z] [--clamd 127.0.0.1:3310] [--empty]

  --port   where to listen on loopback (8080)
  --data   the folder that holds everything (.redress)
  --clock  start a virtual clock at this instant; POST /local/clock {"advance":"P7D"} moves it on
  --clamd  have uploaded files scanned by the ClamAV daemon that listens there; left out: the built-in check alone
  --empty  leave the sample audit out
`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const fail: (text: string) => never = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8080' },
        data: { type: 'string', default: '.redress' },
        clock: { type: 'string' },
        clamd: { type: 'string' },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
};

const reasonOf = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

/** `127.0.0.1:3310`; `undefined` for what names no host and port. */
const clamdAt = (text: string): { host: string; port: number } | undefined => {
  const { host, port } = /^(?<host>[\w.-]+):(?<port>\d{1,5})$/.exec(text)?.groups ?? {};
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
};

const values = readOptions();
if (values.help) {
  say(usage);
  process.exit(0);
}
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${values.port}: give a number from 0 to 65535.`);
if (values.clock !== undefined && !/^\d{4}-\d\d-\d\dT.*Z$/.test(values.clock))
  fail(`--clock ${values.clock}: give an instant in UTC such as 2026-03-09T08:00:00Z.`);

const clamd = values.clamd === undefined ? undefined : clamdAt(values.clamd);
if (values.clamd !== undefined && !clamd) fail(`--clamd ${values.clamd}: give host and port such as 127.0.0.1:3310.`);

const settings = await readOrganization('redress.config.json', (values.clock ?? new Date().toISOString()).slice(0, 10));
if (!settings.ok)
  fail(
    `redress.config.json:\n${settings.refusals.map(({ field, message }) => `  ${field ?? ''}: ${message}`).join('\n')}`,
  );

const owner = await claimFolder(values.data);
if (owner !== undefined)
  fail(
    `${values.data} is in use by process ${owner}. Stop that one, or choose another folder: npm start -- --data .redress-2`,
  );

try {
  const started = performance.now();
  const { url, system, close } = await boot({
    port,
    data: values.data,
    clock: values.clock,
    clamd,
    empty: values.empty,
    settings: settings.value,
    onFault: (what, fault) => process.stderr.write(`fault in ${what}: ${reasonOf(fault)}\n`),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`Redress listens on ${url} (data in ${values.data}, ready in ${seconds} s)`);
  say(`  ${url}/              the application: sign in by choosing who you are`);
  say(`  ${url}/openapi.json  the API`);
  say(`  ${url}/local/mailbox the mailbox`);
  say(
    `  ${clamd ? `ClamAV at ${values.clamd} scans uploads` : 'no scanner installed: uploads get the built-in check alone'}`,
  );
  say(system.advance ? `  virtual clock at ${system.clock.now()}` : "  the machine's clock");
  say('Stop it with Ctrl+C; nothing is lost.');
  const stop = (): void => {
    close().then(
      () => process.exit(0),
      (fault) => fail(reasonOf(fault)),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') fail(`Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`);
  fail(reasonOf(error));
}

import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { servesApi } from './bundle-size.ts';
import type { Bundle } from './bundles.ts';
import { dummyEnvironments } from './dummy-environments.ts';
import type { Figure } from './figure.ts';
import { median, medianRatio, rounded } from './statistics.ts';

const run = promisify(execFile);

interface Took {
  readonly milliseconds: number;
  /** What of them the processor worked: steadier than time where the machine has other things to do. */
  readonly processorMilliseconds: number;
}

/** What a process of its own does, so that nothing is loaded before. */
const script = `
  const [before, started] = [process.cpuUsage(), performance.now()];
  await import(process.argv[1]);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ milliseconds, processorMilliseconds: (user + system) / 1000 }));
  process.exit(0);
`;

const importOnce = async (name: Bundle['name'], path: string): Promise<Took> => {
  const env = { ...process.env, AWS_REGION: 'eu-central-1', ...dummyEnvironments[name] };
  const options = ['--input-type=module', '--eval', script, pathToFileURL(path).href];
  return JSON.parse((await run(process.execPath, options, { env })).stdout);
};

/** Imports both bundles in turn, A B B A A B …: what slows the machine down for a while meets both alike. */
const interleaved = async (bundle: Bundle, runs: number) => {
  const house: Took[] = [];
  const cdkDefault: Took[] = [];
  const imports = [
    async () => house.push(await importOnce(bundle.name, bundle.house)),
    async () => cdkDefault.push(await importOnce(bundle.name, bundle.cdkDefault)),
  ];
  for (let round = 0; round < runs; round += 1)
    for (const importing of round % 2 === 0 ? imports : imports.toReversed()) await importing();
  return { house, cdkDefault };
};

/** Nobody waits for the other functions: a quarter of the runs, so that the whole stays short. */
const runsOf = (bundle: Bundle, runs: number): number => (servesApi(bundle) ? runs : Math.max(3, Math.ceil(runs / 4)));

const passed = ({ milliseconds }: Took): number => milliseconds;
const worked = ({ processorMilliseconds }: Took): number => processorMilliseconds;

const measure = async (bundle: Bundle, runs: number) => {
  const { house, cdkDefault } = await interleaved(bundle, runs);
  return {
    name: bundle.name,
    ratio: rounded(medianRatio(house.map(passed), cdkDefault.map(passed)), 2),
    processorRatio: rounded(medianRatio(house.map(worked), cdkDefault.map(worked)), 2),
    houseMilliseconds: rounded(median(house.map(passed)), 0),
    cdkDefaultMilliseconds: rounded(median(cdkDefault.map(passed)), 0),
    runs,
  };
};

/** @param runs imports of each bundle of an API function, in fresh processes */
export const importTime = async (bundles: readonly Bundle[], runs: number): Promise<Figure> => {
  const measured = [];
  for (const bundle of bundles) measured.push(await measure(bundle, runsOf(bundle, runs)));
  return {
    name: 'importTime',
    title: 'Import time',
    explanation: [
      `Node ${process.versions.node}: the bundle to the same code bundled with CDK's default settings (CommonJS, not minified).`,
      'Medians of interleaved runs, each in a fresh process, with the SDK of node_modules; a ratio below 1 is faster.',
      'The ratio of processor time is the steadier one where the machine has other things to do.',
    ],
    columns: ['function', 'ratio', 'of processor time', 'house ms', 'default ms', 'runs'],
    rows: measured.map((each) => [
      each.name,
      each.ratio,
      each.processorRatio,
      each.houseMilliseconds,
      each.cdkDefaultMilliseconds,
      each.runs,
    ]),
    data: measured,
    breaches: [],
  };
};

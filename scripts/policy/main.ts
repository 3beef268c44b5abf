import { run } from './run.ts';

/* `npm run policy -- list` and `npm run policy -- explain …`: what a policy comes to, in dates and words. */
const { exitCode, lines } = await run(process.argv.slice(2));
(exitCode === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
process.exitCode = exitCode;

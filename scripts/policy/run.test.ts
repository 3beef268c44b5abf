import { expect, test } from 'vitest';
import { run } from './run.ts';

const lines = async (text: string): Promise<readonly string[]> => (await run(text.split(' '))).lines;
const line = async (text: string, name: string, nth = 0): Promise<string | undefined> =>
  (await lines(text)).filter((each) => each.startsWith(`  ${name} `))[nth]?.slice(20);

const major = 'explain --policy default --grade major --received 2026-03-09 --last-day 2026-02-27';

test('the built-in policies are listed', async () => {
  const { exitCode, lines: listed } = await run(['list']);
  expect(exitCode).toBe(0);
  expect(listed.map((each) => each.split(' ')[0])).toEqual(['default', 'ninety-day', 'working-days', 'internal-audit']);
  expect(listed[2]).toBe(
    'working-days    plan of a major: 10 working days from report-received; review: 10 working days, dates move to a working day',
  );
});

test.each([
  ['plan', 0, 'Mon 2026-03-23  14 days from the day the report was received, Mon 2026-03-09'],
  ['remediation', 0, 'Tue 2026-04-28  60 days from the close of the audit, Fri 2026-02-27'],
  ['close of audit', 0, 'Fri 2026-02-27  (no closing meeting given: the last day)'],
  ['report issued', 0, 'Mon 2026-03-09  (not given: the day of receipt)'],
  ['next audit', 0, 'not scheduled'],
  ['hard cap', 0, 'none: no certificate expires, and this is no major of a stage 2'],
  [
    'plan',
    1,
    'Mon 2026-04-06  10 working days from the day the submission reached the certification body, Mon 2026-03-23',
  ],
])('every date says why: %s', async (name, nth, text) => {
  expect(await line(major, name, nth)).toBe(text);
});

test('holidays passed over, and the cap that cuts', async () => {
  const working = 'explain --policy working-days --grade major --received 2026-03-30 --closing 2026-03-20';
  const capped = `${working} --last-day 2026-03-19 --region CH-ZH --stage-2 --certificate-expires 2026-05-20`;
  expect(await line(capped, 'plan')).toBe(
    'Wed 2026-04-15  10 working days from the day the report was received, Mon 2026-03-30; passing over Fri 2026-04-03, Mon 2026-04-06',
  );
  expect(await line(capped, 'remediation')).toMatch(
    /^Wed 2026-05-20 {2}44 working days from the close of the audit, Fri 2026-03-20; .*; cut from Thu 2026-05-28 to the hard cap, the day the certificate expires$/,
  );
  expect(await line(capped, 'hard cap')).toMatch(/^Wed 2026-05-20 {2}the day the certificate expires; flagged 30 days/);
  expect(await line(capped, 'remediation', 1)).toMatch(
    /^Wed 2026-05-20 .*; cut from Thu 2026-06-04 to the hard cap, the day the certificate expires$/,
  );
  expect((await lines(capped)).join()).toContain('six months from the last day of stage 2 would be Sat 2026-09-19');
});

test('moved on from a Sunday; by the next audit; none scheduled', async () => {
  const internal = 'explain --policy internal-audit --grade minor --received 2026-03-09 --issued 2026-03-06';
  expect(await line(internal, 'plan')).toBe(
    'Mon 2026-04-06  30 days from the day the report was issued, Fri 2026-03-06; Sun 2026-04-05 is no working day: moved on to the next one',
  );
  const minor = major.replace('major', 'minor');
  expect(await line(`${minor} --next-audit 2027-02-20`, 'remediation')).toBe(
    'Sat 2027-02-20  the first day of the next audit',
  );
  expect(await line(minor, 'remediation')).toBe(
    'Sat 2027-02-27  no next audit is scheduled: 12 months from the close of the audit, Fri 2026-02-27',
  );
});

test('the policy of a configuration file', async () => {
  const configured = major.replace('default', 'redress.config.json');
  expect((await lines(configured))[0]).toBe('A major under example');
  expect((await lines(`explain --grade major --received 2026-03-09`))[0]).toBe('A major under example');
});

test.each([
  ['nothing', '', 'Give list or explain.'],
  ['something else', 'draw', 'Give list or explain.'],
  ['more than one thing', 'list explain', 'Give list or explain.'],
  ['no grade', 'explain --received 2026-03-09', '--grade: Give major or minor.'],
  ['an opportunity', 'explain --grade ofi --received 2026-03-09', '--grade: Give major or minor.'],
  ['no receipt', 'explain --grade major', '--received: Give the day the report was received.'],
  ['a day that does not exist', `${major} --closing 2026-02-30`, '--closing: Give a date that exists'],
  ['an option there is not', `${major} --colour red`, "Unknown option '--colour'"],
  [
    'a policy there is not',
    major.replace('default', 'thirty-day'),
    'Give default, ninety-day, working-days, internal-audit or a',
  ],
  [
    'a file without JSON',
    major.replace('default', 'README.md'),
    'Give default, ninety-day, working-days, internal-audit or a',
  ],
  ['a region that is none', `${major} --region Zurich`, '--region: Give a country, or a part of one'],
  ['a region nobody knows', `${major} --region CH-XX`, 'policy.region: No public holidays are known for CH-XX'],
])('refused, with how it is used: %s', async (_what, text, reason) => {
  const ran = await run(text.split(' ').filter(Boolean));
  expect(ran.exitCode).toBe(1);
  expect(ran.lines[0]?.slice(0, reason.length)).toBe(reason);
  expect(ran.lines.at(-1)).toContain('npm run policy -- explain');
});

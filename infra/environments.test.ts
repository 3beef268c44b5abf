import { expect, test } from 'vitest';
import { functionNames } from './access.ts';
import { type Config, parseConfig } from './config.ts';
import { environmentsOf } from './environments.ts';

/** What Lambda takes for all variables of a function together, names included. */
const mostBytes = 4096;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The longest policy that a configuration may have, and long names beside it. */
const longestConfig = (days = 200): Config => {
  const parsed = parseConfig({
    organization: { name: 'Ö'.repeat(120), timeZone: 'America/Argentina/ComodRivadavia' },
    environment: 'e'.repeat(15),
    baseUrl: `https://${'redress.'.repeat(6)}example.org`,
    mail: { from: `${'nonconformities.'.repeat(3)}redress@redress.example.org` },
    alarmEmail: 'operations@example.org',
    policy: { name: 'p'.repeat(60), closedOn: Array.from({ length: days }, () => '2027-01-01') },
  });
  return parsed.ok ? parsed.value : longestConfig(days - 1);
};

test('every environment fits into what Lambda takes, with the longest policy that a configuration may have', () => {
  const longest = longestConfig();
  expect(bytesOf(JSON.stringify(longest.policy))).toBeGreaterThan(2980);
  const name = (length: number) => 'n'.repeat(length);
  const environments = environmentsOf(longest, {
    tableName: name(63),
    intakeBucket: name(63),
    vaultBucket: name(63),
    packsBucket: name(63),
    signingKeyArn: name(80),
    webhookKeyArn: name(80),
    configurationSet: name(23),
    frontSecret: name(43),
    busName: name(23),
    nonconformityArn: name(100),
    auditIntakeArn: name(100),
  });
  for (const each of functionNames) {
    const bytes = Object.entries(environments[each]).reduce((sum, [key, value]) => sum + bytesOf(key + value), 0);
    expect({ each, fits: bytes <= mostBytes, bytes }).toMatchObject({ each, fits: true });
  }
});

import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import { ninetyDayPolicy } from '#domain/policy/built-in/ninety-day.ts';
import { parseConfig, readConfig } from './config.ts';
import { withResolvedPolicy } from './resolved-policy.ts';

const least = {
  organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
  baseUrl: 'https://redress.example.org/',
  mail: { from: 'redress@example.org' },
  alarmEmail: 'operations@example.org',
};
const fieldsOf = (value: unknown): unknown => {
  const config = parseConfig(value);
  return config.ok ? [] : config.refusals.map(({ field }) => field);
};
const policyOf = (policy: unknown) => {
  const config = parseConfig({ ...least, policy });
  return config.ok ? config.value.policy : config.refusals;
};

test('the example configuration can be deployed', () => {
  expect(readConfig('redress.config.json')).toMatchObject({ ok: true });
});

test('four settings are enough', () => {
  expect(parseConfig(least)).toMatchObject({
    ok: true,
    value: {
      environment: 'production',
      baseUrl: 'https://redress.example.org',
      identity: { provider: 'cognito' },
      policy: defaultPolicy,
      morningHour: 8,
      logRetentionDays: 365,
      customerManagedKey: false,
      malwareScan: 'guardduty',
      allowedOrigins: [],
    },
  });
});

describe('the address', () => {
  test.each([
    ['https://redress.example.org/app', 'baseUrl'],
    ['https://redress.example.org/?a=b', 'baseUrl'],
    ['redress.example.org', 'baseUrl'],
  ])('is of a host alone: %s is not', (baseUrl, field) => {
    expect(fieldsOf({ ...least, baseUrl })).toContain(field);
  });

  test('has a certificate that CloudFront takes: of us-east-1', () => {
    const certificateArn = (region: string) => `arn:aws:acm:${region}:111111111111:certificate/0a1b-2c3d`;
    expect(fieldsOf({ ...least, certificateArn: certificateArn('us-east-1') })).toEqual([]);
    expect(fieldsOf({ ...least, certificateArn: certificateArn('eu-central-1') })).toEqual(['certificateArn']);
  });

  test('of the API is no setting any more: it lies behind the same address', () => {
    const domain = { name: 'api.example.org', certificateArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/c' };
    expect(fieldsOf({ ...least, domain })).toEqual(['domain']);
  });
});

test('everything that is wrong is named at once', () => {
  const wrong = {
    organization: { name: '', timeZone: 'Mars/Olympus' },
    baseUrl: 'http://redress.example.org',
    mail: {},
    morningHour: 24,
    logRetentionDays: 4,
    malwareScan: 'clamav',
    identity: { provider: 'oidc', issuer: 'https://login.example.org', audience: [] },
    color: 'blue',
  };
  expect(fieldsOf(wrong)).toEqual([
    ...['organization.name', 'organization.timeZone', 'morningHour', 'baseUrl', 'mail.from', 'identity.audience'],
    ...['malwareScan', 'alarmEmail', 'logRetentionDays', 'color'],
  ]);
});

test.each([
  ['no file', 'nowhere.json', /ENOENT/],
  ['no JSON', 'README-not-json.md', /ENOENT|JSON/],
  ['TypeScript', 'infra/config.ts', /JSON/],
])('%s is said in one sentence', (_, path, reason) => {
  expect(readConfig(path)).toMatchObject({
    ok: false,
    refusals: [{ code: 'config-unreadable', message: expect.stringMatching(reason) }],
  });
});

describe('a policy', () => {
  test('is the default policy but for what is set', () => {
    const plan = { days: 10, from: 'close-of-audit' };
    expect(policyOf({ name: 'ours', due: { major: { plan } }, extensions: { atMost: 0 } })).toEqual({
      ...defaultPolicy,
      name: 'ours',
      due: { ...defaultPolicy.due, major: { ...defaultPolicy.due.major, plan } },
      extensions: { ...defaultPolicy.extensions, atMost: 0 },
    });
  });

  test('has the clock of a stage set as a whole', () => {
    const remediation = { days: 90, from: 'report-received' };
    expect(policyOf({ name: 'ours', due: { minor: { remediation } } })).toMatchObject({
      due: { minor: { remediation } },
    });
    expect(fieldsOf({ ...least, policy: { name: 'ours', due: { minor: { remediation: { days: 90 } } } } })).toEqual([
      'policy.due.minor.remediation',
    ]);
  });

  test('that differs from the default does not go by its name', () => {
    expect(fieldsOf({ ...least, policy: { name: 'default', review: { days: 5 } } })).toEqual(['policy.name']);
  });

  test('may be a built-in one by its name', () => {
    expect(policyOf('ninety-day')).toEqual(ninetyDayPolicy);
    expect(fieldsOf({ ...least, policy: 'thirty-day' })).toEqual(['policy']);
  });

  test('has the public holidays of its region once they are looked up', async () => {
    const config = parseConfig({ ...least, policy: { name: 'ours', region: 'CH-ZH' } });
    if (!config.ok) throw new Error('refused');
    expect(config.value.policy.closedOn).toEqual([]);
    const resolved = await withResolvedPolicy(config.value, '2026-03-09');
    expect(resolved).toMatchObject({ ok: true, value: { baseUrl: 'https://redress.example.org' } });
    expect(resolved.ok && resolved.value.policy.closedOn).toContain('2026-04-03');
    const elsewhere = { ...config.value, policy: { ...config.value.policy, region: 'CH-XX' } };
    expect(await withResolvedPolicy(elsewhere, '2026-03-09')).toMatchObject({ refusals: [{ field: 'policy.region' }] });
  });

  test('fits into what Lambda takes', () => {
    const closedOn = Array.from({ length: 550 }, (_, day) => `20${10 + (day % 90)}-01-${10 + Math.floor(day / 90)}`);
    expect(fieldsOf({ ...least, policy: { name: 'ours', closedOn } })).toEqual(['policy.closedOn']);
  });
});

import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import type { Config } from '#infra/config.ts';
import { environmentsOf } from '#infra/environments.ts';

const config: Config = {
  organization: { name: 'Example Ltd', timeZone: 'Europe/Zurich' },
  environment: 'bench',
  baseUrl: 'https://redress.example.org',
  allowedOrigins: [],
  mail: { from: 'redress@example.org', identity: 'create' },
  identity: { provider: 'cognito' },
  policy: defaultPolicy,
  morningHour: 8,
  language: 'en',
  malwareScan: 'guardduty',
  alarmEmail: 'alarms@example.org',
  logRetentionDays: 365,
  customerManagedKey: false,
};

const machine = 'arn:aws:states:eu-central-1:000000000000:stateMachine';

/** What the stack gives to each function, with places that are nowhere. */
export const dummyEnvironments = environmentsOf(config, {
  tableName: 'redress',
  intakeBucket: 'redress-intake',
  vaultBucket: 'redress-vault',
  packsBucket: 'redress-packs',
  signingKeyArn: 'arn:aws:kms:eu-central-1:000000000000:key/00000000-0000-0000-0000-000000000000',
  webhookKeyArn: 'arn:aws:kms:eu-central-1:000000000000:key/00000000-0000-0000-0000-000000000001',
  configurationSet: 'redress',
  frontSecret: 'a-secret-that-only-the-front-knows',
  busName: 'redress',
  nonconformityArn: `${machine}:nonconformity`,
  auditIntakeArn: `${machine}:audit-intake`,
});

import * as z from 'zod';

/** Which AWS the suites talk to: `scripts/test-aws.ts` finds out and says so by these variables. */
const Environment = z.object({
  REDRESS_AWS_KIND: z.enum(['aws', 'moto', 'other']),
  /** Absent on AWS itself. */
  REDRESS_AWS_ENDPOINT: z.url().optional(),
  AWS_REGION: z.string().min(1).default('eu-central-1'),
  /** A role that Step Functions may take on to send to queues whose names begin with `redress-contract-`. */
  REDRESS_TEST_ROLE_ARN: z.string().optional(),
  /** An address that SES has verified, in the account under test. */
  REDRESS_TEST_MAIL_FROM: z.email().optional(),
});

const environment = Environment.parse(process.env);
const { REDRESS_AWS_ENDPOINT: endpoint, AWS_REGION: region } = environment;

export const isMoto = environment.REDRESS_AWS_KIND === 'moto';
export const isAccount = environment.REDRESS_AWS_KIND === 'aws';
export const testRoleArn = environment.REDRESS_TEST_ROLE_ARN;
export const testMailFrom = environment.REDRESS_TEST_MAIL_FROM;

/** The options of every SDK client. Stand-ins for AWS take whatever credentials they are given. */
export const service =
  endpoint === undefined
    ? { region }
    : { region, endpoint, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** The address of something that only a stand-in has. */
export const atEndpoint = (path: string): string => new URL(path, endpoint).href;

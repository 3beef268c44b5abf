import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { build } from '#infra/build.ts';
import { type Config, parseConfig } from '#infra/config.ts';

const fromRoot = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const { context } = z.object({ context: z.record(z.string(), z.unknown()) }).parse(fromRoot('cdk.json'));

/** The example configuration with changes. */
export const configWith = (changes: Readonly<Record<string, unknown>>): Config => {
  const config = parseConfig({ ...Object(fromRoot('redress.config.json')), ...changes });
  if (!config.ok) throw new RangeError(JSON.stringify(config.refusals));
  return config.value;
};

/** Every way in which a configuration changes what is deployed. */
export const variants = {
  example: {},
  'everything else': {
    environment: 'test',
    aws: { account: '111111111111', region: 'eu-central-1' },
    identity: {
      provider: 'oidc',
      issuer: 'https://login.example.org/',
      audience: ['redress'],
      origins: ['https://tokens.example.org'],
    },
    certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/c',
    allowedOrigins: ['https://intranet.example.org'],
    mail: { from: 'redress@example.org', identity: 'existing' },
    customerManagedKey: true,
  },
  'without a scanner': { malwareScan: 'none' },
} as const;

/** Something in the place of the built application: a document, and a part of it. */
const built = fileURLToPath(new URL('../fixtures/web', import.meta.url));

/**
 * The application as `cdk synth` sees it, without what takes long and is done there: the bundles of the functions, and
 * the check of the templates against CloudFormation's schemas.
 */
export const appOf = (changes: Readonly<Record<string, unknown>>) => {
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  return { app, ...build(app, configWith(changes), built) };
};

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  DependsOn: z.array(z.string()).optional(),
});
export type Resource = z.infer<typeof Resource>;

export interface Templates {
  readonly data: Template;
  readonly application: Template;
  readonly web: Template;
}

export const templatesOf = (changes: Readonly<Record<string, unknown>> = {}): Templates => {
  const { data, application, web } = appOf(changes);
  return {
    data: Template.fromStack(data),
    application: Template.fromStack(application),
    web: Template.fromStack(web),
  };
};

/** The resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Readonly<Record<string, Resource>> =>
  z.record(z.string(), Resource).parse(template.findResources(type));

/** Texts at any depth. */
export const textsIn = (part: unknown): readonly string[] => {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
};

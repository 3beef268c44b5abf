import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Config } from './config.ts';
import { prefixOf } from './naming.ts';
import { ApplicationStack } from './stacks/application-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { WebStack } from './stacks/web-stack.ts';

export interface Stacks {
  readonly data: DataStack;
  readonly application: ApplicationStack;
  readonly web: WebStack;
}

/**
 * The stacks of one environment, checked against the rules of AWS Solutions: a finding nobody acknowledged fails synth.
 * `built` is the folder of the built browser application.
 */
export const build = (app: App, config: Config, built: string): Stacks => {
  const prefix = prefixOf(config);
  const env = config.aws ? { env: config.aws } : {};
  const data = new DataStack(app, `${prefix}-data`, {
    ...env,
    config,
    description: 'Redress: records, files and people. Kept when deleted.',
  });
  const application = new ApplicationStack(app, `${prefix}-application`, {
    ...env,
    config,
    kept: data.kept,
    description: 'Redress: API, workflows and everything else that works on the records.',
  });
  application.addStackDependency(data);
  const web = new WebStack(app, `${prefix}-web`, {
    ...env,
    config,
    kept: data.kept,
    served: application.served,
    built,
    description: 'Redress: the browser application, and the address that people know.',
  });
  web.addStackDependency(application);
  // Dashboards have taken tags only since lately, and not in every region.
  const taggable = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };
  Tags.of(app).add('application', 'redress', taggable);
  Tags.of(app).add('environment', config.environment, taggable);
  // The CDK itself writes that a function or a machine depends on its role.
  for (const stack of [application, web])
    stack.templateOptions.metadata = { 'cfn-lint': { config: { ignore_checks: ['W3005'] } } };
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, application, web };
};

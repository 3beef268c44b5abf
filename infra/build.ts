import { type App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { Config } from './config.ts';
import { prefixOf } from './naming.ts';
import { ApplicationStack } from './stacks/application-stack.ts';
import { DataStack } from './stacks/data-stack.ts';

/** The stacks of one environment, checked against the rules of AWS Solutions: a finding nobody acknowledged fails synth. */
export const build = (
  app: App,
  config: Config,
): { readonly data: DataStack; readonly application: ApplicationStack } => {
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
  // Dashboards have taken tags only since lately, and not in every region.
  const taggable = { excludeResourceTypes: ['AWS::CloudWatch::Dashboard'] };
  Tags.of(app).add('application', 'redress', taggable);
  Tags.of(app).add('environment', config.environment, taggable);
  // The CDK itself writes that a function or a machine depends on its role.
  application.templateOptions.metadata = { 'cfn-lint': { config: { ignore_checks: ['W3005'] } } };
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, application };
};

import { readdirSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { routeKey, routes } from '#contracts/routes.ts';
import { functionNames } from '#infra/access.ts';
import { resourcesOf, templatesOf, textsIn, variants } from './stacks.ts';

const { application } = templatesOf();
const { application: other } = templatesOf(variants['everything else']);
const all = (type: string) => Object.entries(resourcesOf(application, type));
const named = (name: string) => ({ FunctionName: `redress-${name}` });

describe('functions', () => {
  test('are those of the folder, each once', () => {
    const folders = readdirSync(new URL('../../functions', import.meta.url)).filter((name) => !name.startsWith('_'));
    expect([...functionNames].sort()).toEqual(folders.sort());
    application.resourceCountIs('AWS::Lambda::Function', functionNames.length);
  });

  test.each(functionNames)('%s runs on Node 24 and arm64, traced, with logs and a role of its own', (name) => {
    application.hasResourceProperties('AWS::Lambda::Function', {
      ...named(name),
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: { Ref: Match.stringLikeRegexp('^Functions') } },
      Environment: { Variables: Match.objectLike({ POWERTOOLS_SERVICE_NAME: name }) },
    });
    application.hasResource('AWS::Logs::LogGroup', {
      Properties: { LogGroupName: `/aws/lambda/redress-${name}`, RetentionInDays: 365 },
    });
  });

  test('have a role each', () => {
    const roles = all('AWS::Lambda::Function').map(([, { Properties }]) => textsIn(Properties.Role)[0]);
    expect(new Set(roles).size).toBe(functionNames.length);
  });

  test('are called through the alias live alone, and their versions are kept', () => {
    for (const [, { Properties }] of all('AWS::Lambda::Alias')) expect(Properties.Name).toBe('live');
    application.resourceCountIs('AWS::Lambda::Alias', functionNames.length);
    for (const [, version] of all('AWS::Lambda::Version')) expect(version.DeletionPolicy).toBe('Retain');

    const functions = all('AWS::Lambda::Function').map(([id]) => id);
    const callers = [
      ...['AWS::ApiGatewayV2::Integration', 'AWS::StepFunctions::StateMachine', 'AWS::Scheduler::Schedule'],
      ...['AWS::Events::Rule', 'AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Permission'],
    ];
    const called = callers.flatMap((type) => all(type).flatMap(([, { Properties }]) => textsIn(Properties)));
    expect(called.filter((text) => functions.includes(text))).toEqual([]);
    expect(new Set(called.filter((text) => text.includes('Alias'))).size).toBe(functionNames.length);
  });
});

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown().transform((resource) => [resource].flat()),
});
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });
const statements = all('AWS::IAM::Policy').flatMap(([id, { Properties }]) =>
  Policy.parse(Properties).PolicyDocument.Statement.map((statement) => ({ id, ...statement })),
);

describe('permissions', () => {
  test('name every action in full', () => {
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('on resources by wildcard are these and no others', () => {
    const wild = statements.flatMap(({ id, Action, Resource }) =>
      Resource.flatMap((resource) => {
        const text = textsIn(resource).join('');
        const owner = id.replace(/^(Functions|Machines)/, '').replace(/(Machine)?RoleDefaultPolicy.*/, '');
        return text.includes('*') ? [`${owner}: ${Action.join(', ')} on ${text}`] : [];
      }),
    );
    const delivery = [
      ...['CreateLogDelivery', 'DeleteLogDelivery', 'DescribeLogGroups', 'DescribeResourcePolicies', 'GetLogDelivery'],
      ...['ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'],
    ].map((action) => `logs:${action}`);
    const sampled = ['xray:GetSamplingRules', 'xray:GetSamplingTargets'];
    const traces = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
    const executions = ['redress-nonconformity:nc-*', 'redress-audit-intake:intake-*'].map(
      (name) => `arn:AWS::Partition:states:AWS::RegionAWS::AccountId:execution:${name}`,
    );
    const shown = (text: string) => text.replaceAll('AWS::Region:AWS::AccountId', 'AWS::RegionAWS::AccountId');
    expect(wild.map(shown).sort()).toEqual(
      [
        ...functionNames.map((name) => `${name.replaceAll('-', '')}: ${traces.join(', ')} on *`),
        ...['nonconformity', 'auditintake'].map(
          (name) => `${name}: ${[...delivery, ...sampled, ...traces].join(', ')} on *`,
        ),
        'evidence: s3:GetObject, s3:PutObject on redress-intake-arn/evidence/*',
        'evidence: s3:GetObject, s3:PutObject on redress-intake-arn/reports/*',
        'readreport: s3:GetObject on redress-intake-arn/reports/*',
        'relay: dynamodb:ListStreams on redress-table-arn/stream/*',
        ...executions.flatMap((each) =>
          ['relay', 'reconcile'].map((name) => `${name}: states:DescribeExecution on ${each}`),
        ),
      ].sort(),
    );
  });

  test('on the table are for a function’s own partitions', () => {
    for (const [, { Properties }] of all('AWS::IAM::Policy')) {
      const policy = z.object({ PolicyDocument: z.object({ Statement: z.array(z.record(z.string(), z.unknown())) }) });
      for (const { Resource, Action, Condition } of policy.parse(Properties).PolicyDocument.Statement) {
        if (textsIn(Resource).join() !== 'redress-table-arn') continue;
        expect(Condition, textsIn(Action).join()).toMatchObject({
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': expect.any(Array) },
        });
      }
    }
  });

  test('leave nobody to scan, delete or write in batches', () => {
    const onItems = statements.flatMap(({ Action }) => Action).filter((action) => /^dynamodb:.*Item|Scan/.test(action));
    expect([...new Set(onItems)].sort()).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']);
  });

  test('to end waits and start executions are held by these alone', () => {
    const holders = (action: string) =>
      statements.filter(({ Action }) => Action.includes(action)).map(({ id }) => id.replace(/RoleDefaultPolicy.*/, ''));
    expect(holders('states:SendTaskSuccess').sort()).toEqual([
      'Functionsawaitstep',
      'Functionsreconcile',
      'Functionsrelay',
    ]);
    expect(holders('states:StartExecution').sort()).toEqual([
      'Functionsreconcile',
      'Functionsrelay',
      'MachinesauditintakeMachine',
      'MachinesnonconformityMachine',
    ]);
    expect(holders('ses:SendEmail')).toEqual(['Functionssendnotice']);
  });
});

describe('the API', () => {
  test('has every route of the table, and each asks for a token', () => {
    const made = all('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    expect(made.map(({ RouteKey }) => RouteKey).sort()).toEqual(routes.map(routeKey).sort());
    for (const { RouteKey, AuthorizationType, AuthorizerId } of made) {
      expect({ RouteKey, AuthorizationType, AuthorizerId }).toEqual({
        RouteKey,
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: expect.stringMatching(/^ApiToken/) },
      });
    }
  });

  test('hands each route to its function', () => {
    const integrations = resourcesOf(application, 'AWS::ApiGatewayV2::Integration');
    for (const route of routes) {
      const [, made] =
        all('AWS::ApiGatewayV2::Route').find(([, { Properties }]) => Properties.RouteKey === routeKey(route)) ?? [];
      const target = textsIn(made?.Properties.Target).find((text) => text in integrations) ?? '';
      expect(textsIn(integrations[target]?.Properties.IntegrationUri).join()).toContain(
        `Functions${route.function.replaceAll('-', '')}FunctionAlias`,
      );
    }
  });

  test('takes the tokens of the user pool, or of the configured issuer', () => {
    const authorizer = 'AWS::ApiGatewayV2::Authorizer';
    application.hasResourceProperties(authorizer, {
      JwtConfiguration: {
        Issuer: { 'Fn::ImportValue': 'redress-token-issuer' },
        Audience: [{ 'Fn::ImportValue': 'redress-sign-in-client' }],
      },
    });
    other.hasResourceProperties(authorizer, {
      JwtConfiguration: { Issuer: 'https://login.example.org', Audience: ['redress'] },
    });
  });

  test('is throttled and logged', () => {
    application.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        DestinationArn: Match.anyValue(),
        Format: Match.not(Match.stringLikeRegexp('claims|email')),
      },
    });
  });

  test('answers other origins only where the configuration names them', () => {
    application.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
    other.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: Match.objectLike({ AllowOrigins: ['https://redress.example.org'] }),
    });
  });

  test('has no other address beside a domain of its own', () => {
    other.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    other.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'api.example.org' });
  });
});

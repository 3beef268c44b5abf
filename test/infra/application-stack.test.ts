import { readdirSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { linkAssets, linkRoutes } from '#contracts/link-routes.ts';
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

describe('the API', () => {
  const made = all('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
  const open = [...linkRoutes.map(routeKey), `GET ${linkAssets}`];

  test('has every route of the tables, and each but those of links asks for a token', () => {
    expect(made.map(({ RouteKey }) => RouteKey).sort()).toEqual([...routes.map(routeKey), ...open].sort());
    for (const { RouteKey, AuthorizationType, AuthorizerId } of made) {
      if (open.includes(String(RouteKey))) continue;
      expect({ RouteKey, AuthorizationType, AuthorizerId }).toEqual({
        RouteKey,
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: expect.stringMatching(/^ApiToken/) },
      });
    }
  });

  test('lets in without a token who asks for a route of links, and nobody else', () => {
    const unasked = made.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    expect(unasked.map(({ RouteKey }) => RouteKey).sort()).toEqual(open.sort());
    for (const { AuthorizationType, AuthorizerId } of unasked) {
      expect({ AuthorizationType, AuthorizerId }).toEqual({ AuthorizationType: 'NONE' });
    }
  });

  test('hands each route to its function', () => {
    const integrations = resourcesOf(application, 'AWS::ApiGatewayV2::Integration');
    const served = [
      ...routes.map((route) => ({ key: routeKey(route), function: route.function as string })),
      ...open.map((key) => ({ key, function: 'link-pages' })),
    ];
    for (const route of served) {
      const [, made] =
        all('AWS::ApiGatewayV2::Route').find(([, { Properties }]) => Properties.RouteKey === route.key) ?? [];
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

  test('takes fewer requests of those who show no token, and knows these routes before it sets them apart', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage').map(([, resource]) => resource);
    const slower = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20, DetailedMetricsEnabled: true };
    expect(stage?.Properties.RouteSettings).toEqual(Object.fromEntries(open.map((key) => [key, slower])));
    const ofLinks = all('AWS::ApiGatewayV2::Route').filter(([, { Properties }]) =>
      open.includes(String(Properties.RouteKey)),
    );
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(ofLinks.map(([id]) => id)));
  });

  test('keeps the secret of a link out of its log: of an address it writes down the route alone', () => {
    const [stage] = all('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    const format = JSON.parse(textsIn(stage?.AccessLogSettings).find((text) => text.includes('requestId')) ?? '{}');
    expect(Object.values(format).sort()).toEqual(
      [
        ...['requestId', 'requestTime', 'identity.sourceIp', 'routeKey', 'status', 'responseLength'],
        ...['responseLatency', 'error.messageString', 'authorizer.error', 'integrationErrorMessage'],
      ]
        .map((name) => `$context.${name}`)
        .sort(),
    );
    const settings = { ...Object(stage?.DefaultRouteSettings), ...Object(stage?.RouteSettings) };
    expect(JSON.stringify(settings)).not.toMatch(/DataTrace|LoggingLevel/);
  });

  test('answers other origins only where the configuration names them', () => {
    application.hasResourceProperties('AWS::ApiGatewayV2::Api', { CorsConfiguration: Match.absent() });
    other.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: Match.objectLike({ AllowOrigins: ['https://intranet.example.org'] }),
    });
  });
});

describe('the secret of the front', () => {
  test('is made by AWS, and stands in no template', () => {
    application.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 43, ExcludePunctuation: true },
      SecretString: Match.absent(),
    });
  });

  test('is known to those functions alone that record where a request came from', () => {
    const knowing = all('AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Variables } = Object(Properties.Environment);
      return 'FRONT_SECRET' in Variables ? [[Properties.FunctionName, textsIn(Variables.FRONT_SECRET).join('')]] : [];
    });
    const reference = expect.stringMatching(/^\{\{resolve:secretsmanager:FrontSecret\w+:SecretString:::\}\}$/);
    expect(knowing.sort()).toEqual(
      ['downloads', 'link-pages', 'links'].map((name) => [`redress-${name}`, reference]).sort(),
    );
  });
});

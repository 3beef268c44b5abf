import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  IpAddressType,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { linkAssets, linkRoutes } from '#contracts/link-routes.ts';
import { type ApiFunction, type Route, routeKey, routes } from '#contracts/routes.ts';
import type { Config } from '../config.ts';
import type { Issuer } from '../kept.ts';
import { acknowledge } from './acknowledge.ts';

export interface ApiProps {
  readonly prefix: string;
  readonly config: Config;
  readonly issuer: Issuer;
  readonly functions: Readonly<Record<Served, IFunction>>;
}

/** Functions that the API calls. */
type Served = ApiFunction | 'link-pages';

/** Requests a second, and at once: far above what people make, far below what hurts. */
const throttle = { rateLimit: 50, burstLimit: 100 };
/** The same for each route that anybody may ask for. */
const openThrottle = { rateLimit: 10, burstLimit: 20 };

/** What is served to whoever has the address: the pages of links, and what they are styled and moved by. */
const openRoutes = [
  ...linkRoutes.map(({ name, method, path }) => ({ name, method, path })),
  { name: 'linkAssets', method: 'GET', path: linkAssets } as const,
];

/**
 * Who asked for what and how it went; no address of a person, no token, no content. The route, never the path: the
 * path of a link holds its secret.
 */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    ip: '$context.identity.sourceIp',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    error: '$context.error.messageString',
    refusal: '$context.authorizer.error',
    fault: '$context.integrationErrorMessage',
  }),
);

const methods: Readonly<Record<Route['method'], HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  PUT: HttpMethod.PUT,
};

/** The HTTP API, made from the route tables. Every route asks for a token, but for those of links: these have their own way in. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** The host name that it answers at. People come by way of the front. */
  readonly host: string;

  constructor(scope: Construct, id: string, { prefix, config, issuer, functions }: ApiProps) {
    super(scope, id);
    const { allowedOrigins } = config;
    this.api = new HttpApi(this, 'Api', {
      apiName: prefix,
      description: `Redress of ${config.organization.name}`,
      createDefaultStage: false,
      ipAddressType: IpAddressType.DUAL_STACK,
      ...(allowedOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: allowedOrigins,
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
          allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
          exposeHeaders: ['etag'],
          maxAge: Duration.hours(1),
        },
      }),
    });
    this.host = `${this.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/vendedlogs/apis/${prefix}`,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLogFormat },
    });
    const integrationOf = this.integrations(functions);
    this.addRoutes(integrationOf, issuer);
    this.addOpenRoutes(integrationOf);
  }

  private integrations(functions: ApiProps['functions']): (callee: Served) => HttpLambdaIntegration {
    const made = new Map<Served, HttpLambdaIntegration>();
    return (callee) => {
      const integration =
        made.get(callee) ??
        // One permission for each function: one for each route would outgrow the function's policy.
        new HttpLambdaIntegration(callee, functions[callee], { scopePermissionToRoute: false });
      made.set(callee, integration);
      return integration;
    };
  }

  private addRoutes(integrationOf: (callee: Served) => HttpLambdaIntegration, issuer: Issuer): void {
    const authorizer = new HttpJwtAuthorizer('Token', issuer.url, { jwtAudience: [...issuer.audience] });
    for (const { name, method, path, function: callee } of routes) {
      new HttpRoute(this, `Route ${name}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, methods[method]),
        integration: integrationOf(callee),
        authorizer,
      });
    }
  }

  private addOpenRoutes(integrationOf: (callee: Served) => HttpLambdaIntegration): void {
    const stage = this.stage.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new RangeError('the stage is not made by CloudFormation');
    for (const { name, method, path } of openRoutes) {
      const route = new HttpRoute(this, `Route ${name}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, methods[method]),
        integration: integrationOf('link-pages'),
      });
      acknowledge(route, 'APIG4', 'People without an account come here: the function asks for a link and its code.');
      // A stage knows the routes it has settings for by name: they must be there first.
      stage.node.addDependency(route);
    }
    // Settings of a route stand in the place of the stage's, not beside them.
    const settings = {
      ThrottlingRateLimit: openThrottle.rateLimit,
      ThrottlingBurstLimit: openThrottle.burstLimit,
      DetailedMetricsEnabled: true,
    };
    stage.routeSettings = Object.fromEntries(openRoutes.map((route) => [routeKey(route), settings]));
  }
}

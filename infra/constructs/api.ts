import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  DomainName,
  EndpointType,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  IpAddressType,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type ApiFunction, type Route, routes } from '#contracts/routes.ts';
import type { Config } from '../config.ts';
import type { Issuer } from '../kept.ts';

export interface ApiProps {
  readonly prefix: string;
  readonly config: Config;
  readonly issuer: Issuer;
  readonly functions: Readonly<Record<ApiFunction, IFunction>>;
}

/** Requests a second, and at once: far above what people make, far below what hurts. */
const throttle = { rateLimit: 50, burstLimit: 100 };

/** Who asked for what and how it went; no address of a person, no token, no content. */
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

/** The HTTP API, made from the route table. Every route asks for a token; there is no other way in. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { prefix, config, issuer, functions }: ApiProps) {
    super(scope, id);
    const { domain, allowedOrigins } = config;
    this.api = new HttpApi(this, 'Api', {
      apiName: prefix,
      description: `Redress of ${config.organization.name}`,
      createDefaultStage: false,
      ipAddressType: IpAddressType.DUAL_STACK,
      disableExecuteApiEndpoint: domain !== undefined,
      ...(allowedOrigins.length > 0 && {
        corsPreflight: {
          allowOrigins: allowedOrigins,
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
          allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
          exposeHeaders: ['etag'],
          maxAge: Duration.hours(1),
        },
      }),
    });
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
      ...(domain && { domainMapping: { domainName: this.addDomain(domain) } }),
    });
    this.addRoutes(functions, issuer);
    new CfnOutput(this, 'Address', { value: domain ? `https://${domain.name}` : this.api.apiEndpoint });
  }

  private addRoutes(functions: ApiProps['functions'], issuer: Issuer): void {
    const authorizer = new HttpJwtAuthorizer('Token', issuer.url, { jwtAudience: [...issuer.audience] });
    const integrations = new Map<ApiFunction, HttpLambdaIntegration>();
    for (const { name, method, path, function: callee } of routes) {
      const integration =
        integrations.get(callee) ??
        // One permission for each function: one for each route would outgrow the function's policy.
        new HttpLambdaIntegration(callee, functions[callee], { scopePermissionToRoute: false });
      integrations.set(callee, integration);
      new HttpRoute(this, `Route ${name}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, methods[method]),
        integration,
        authorizer,
      });
    }
  }

  private addDomain({ name, certificateArn }: NonNullable<Config['domain']>): DomainName {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new CfnOutput(this, 'DomainTarget', { value: domainName.regionalDomainName });
    return domainName;
  }
}

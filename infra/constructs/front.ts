import { Duration, SecretValue } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { frontHeader } from '#contracts/front.ts';
import { apiParts } from '#contracts/link-routes.ts';
import { contentPolicy, permissionsPolicy, type WebOrigins } from '#contracts/web-headers.ts';
import type { Config } from '../config.ts';
import type { Served } from '../kept.ts';
import { acknowledge } from './acknowledge.ts';
import { documentPath, toApi, toDocument } from './edge.ts';

export interface FrontProps {
  readonly prefix: string;
  readonly config: Config;
  readonly files: Bucket;
  readonly served: Served;
  readonly origins: WebOrigins;
}

/** What goes to the API, as CloudFront's patterns have it. Everything else is a file of the application. */
const apiPaths = apiParts.map((part) => `/${part}/*`);

/** Statuses that CloudFront would keep for ten seconds by itself, whoever asks, and whatever the answer says. */
const refusals = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

const strictTransport = (override: boolean) => ({
  accessControlMaxAge: Duration.days(365),
  includeSubdomains: true,
  override,
});

/** The one address that people know: CloudFront before the files of the application, the API and the pages of links. */
export class Front extends Construct {
  readonly distribution: Distribution;
  private readonly prefix: string;

  constructor(scope: Construct, id: string, { prefix, config, files, served, origins }: FrontProps) {
    super(scope, id);
    this.prefix = prefix;
    const { certificateArn, baseUrl } = config;
    const api = this.behaviorOfApi(served);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Redress of ${config.organization.name}`.slice(0, 128),
      defaultRootObject: documentPath.slice(1),
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
      ...(certificateArn !== undefined && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [new URL(baseUrl).hostname],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(files as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: this.headersOfPages(origins),
        functionAssociations: [this.onRequest('ToDocument', toDocument)],
      },
      additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, api])),
      // The API's own answers pass as they are, and none of them is kept for somebody else.
      errorResponses: refusals.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    this.acknowledgeRules(certificateArn !== undefined);
  }

  private behaviorOfApi({ apiHost, frontSecretArn }: Served): BehaviorOptions {
    const secret = SecretValue.secretsManager(frontSecretArn).unsafeUnwrap();
    return {
      origin: new HttpOrigin(apiHost, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [frontHeader]: secret },
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // API Gateway is found by its own host name; everything else comes as it was sent.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: this.headersOfAnswers(),
      functionAssociations: [this.onRequest('ToApi', toApi)],
    };
  }

  private onRequest(id: string, code: string): FunctionAssociation {
    const edge = new EdgeFunction(this, id, {
      functionName: `${this.prefix}-${id}`,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(code),
    });
    return { function: edge, eventType: FunctionEventType.VIEWER_REQUEST };
  }

  private headersOfPages(origins: WebOrigins): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'PageHeaders', {
      responseHeadersPolicyName: `${this.prefix}-pages`,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(origins), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: strictTransport(true),
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'permissions-policy', value: permissionsPolicy, override: true }],
      },
    });
  }

  /** The pages of links say more of their own: what an answer says already stays. */
  private headersOfAnswers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'AnswerHeaders', {
      responseHeadersPolicyName: `${this.prefix}-answers`,
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
          override: false,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
        strictTransportSecurity: strictTransport(false),
      },
    });
  }

  private acknowledgeRules(hasCertificate: boolean): void {
    acknowledge(this.distribution, 'CFR1', 'An organization’s auditors may be anywhere.');
    acknowledge(this.distribution, 'CFR2', 'A web ACL is paid by the month: docs/operations.md says how to add one.');
    acknowledge(
      this.distribution,
      'CFR3',
      'Its log would hold the paths of links, and with them their secrets. The log of the API names the routes.',
    );
    if (!hasCertificate)
      acknowledge(this.distribution, 'CFR4', 'CloudFront alone decides on TLS at an address of its own.');
  }
}

import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { linkAssets, linkRoutes } from '#contracts/link-routes.ts';
import { originOf } from '#functions/_runtime/aws/s3.ts';
import { statementsOf } from './policies.ts';
import { appOf, resourcesOf, templatesOf, textsIn, variants } from './stacks.ts';

const { web } = templatesOf();
const { web: other } = templatesOf(variants['everything else']);

const Behavior = z.looseObject({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.object({ Ref: z.string() }),
});
const Settings = z.looseObject({
  DefaultCacheBehavior: Behavior,
  CacheBehaviors: z.array(Behavior),
  Origins: z.array(z.looseObject({ Id: z.string() })),
  CustomErrorResponses: z.array(z.record(z.string(), z.unknown())),
});
const settingsOf = (template: typeof web) => {
  const [distribution] = Object.values(resourcesOf(template, 'AWS::CloudFront::Distribution'));
  return Settings.parse(distribution?.Properties.DistributionConfig);
};
const front = settingsOf(web);
const targetOf = (id: string) => front.Origins.find(({ Id }) => Id === id);

/** As the functions know it. */
const originIn = (region: string, bucket: string): string => {
  const before = process.env.AWS_REGION;
  process.env.AWS_REGION = region;
  try {
    return originOf(bucket);
  } finally {
    if (before === undefined) delete process.env.AWS_REGION;
    else process.env.AWS_REGION = before;
  }
};

/** A policy of headers, each by its name; what is put together on deployment as one text. */
const headersOf = (template: typeof web, behavior: z.infer<typeof Behavior>) => {
  const found = resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy')[behavior.ResponseHeadersPolicyId.Ref];
  return Object(found?.Properties.ResponseHeadersPolicyConfig);
};
const policyOf = (template: typeof web): ReadonlyMap<string, readonly string[]> => {
  const { SecurityHeadersConfig } = headersOf(template, settingsOf(template).DefaultCacheBehavior);
  const text = textsIn(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy)
    .filter((each) => each !== 'Fn::Join')
    .join('');
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
};

describe('the files of the application', () => {
  const deployments = Object.values(resourcesOf(web, 'Custom::CDKBucketDeployment')).map(
    ({ Properties }) => Properties,
  );

  test('lie in a private bucket that takes no request but by TLS', () => {
    web.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    const [policy] = Object.values(resourcesOf(web, 'AWS::S3::BucketPolicy'));
    expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
  });

  test('are read by this distribution alone', () => {
    const allowed = statementsOf(web, 'AWS::S3::BucketPolicy').filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: ['s3:GetObject'],
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(textsIn(allowed[0]?.Condition).join('')).toMatch(/:distribution\/FrontDistribution\w+$/);
    expect(targetOf(front.DefaultCacheBehavior.TargetOriginId)?.OriginAccessControlId).toBeDefined();
  });

  test('are kept by browsers where their name changes with them, and those of earlier deployments stay', () => {
    expect(deployments).toContainEqual(
      expect.objectContaining({
        Exclude: ['*'],
        Include: ['assets/*'],
        Prune: false,
        SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
      }),
    );
  });

  test('are asked for anew otherwise, once all that they name is there', () => {
    const [id, document] =
      Object.entries(resourcesOf(web, 'Custom::CDKBucketDeployment')).find(([each]) => each.includes('Document')) ?? [];
    expect(id).toBeDefined();
    expect(document?.Properties).toMatchObject({
      Exclude: ['assets/*'],
      SystemMetadata: { 'cache-control': 'no-cache' },
    });
    expect(document?.DependsOn).toContainEqual(expect.stringMatching(/^FilesPartsCustomResource/));
  });
});

describe('settings.json', () => {
  test('names the sign-in of the user pool, once it is known', () => {
    const [markers] = Object.values(resourcesOf(web, 'Custom::CDKBucketDeployment'))
      .filter(({ Properties }) => Properties.SourceMarkers !== undefined)
      .map(({ Properties }) => textsIn(Properties.SourceMarkers));
    expect(markers).toEqual(
      ['token-issuer', 'sign-in-client', 'sign-in-page', 'sign-in-client'].map((name) => `redress-${name}`),
    );
  });
});

describe('pages', () => {
  test('load nothing but files of their own: nothing inline, nothing evaluated', () => {
    const policy = policyOf(web);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe|\*|data:/);
  });

  test('stand in no frame, send no form elsewhere and have no other base', () => {
    const policy = policyOf(web);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'self'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
  });

  test('ask their own origin, the sign-in, and the buckets that files go to and come from', () => {
    expect(policyOf(web).get('connect-src')).toEqual([
      "'self'",
      'https://cognito-idp.AWS::Region.AWS::URLSuffix',
      'redress-sign-in-page',
      'https://redress-intake-name.s3.AWS::Region.AWS::URLSuffix',
      'https://redress-vault-name.s3.AWS::Region.AWS::URLSuffix',
    ]);
  });

  test('ask the configured issuer, and the further origins that the configuration names', () => {
    expect(policyOf(other).get('connect-src')?.slice(0, 3)).toEqual([
      "'self'",
      'https://login.example.org',
      'https://tokens.example.org',
    ]);
  });

  test('know the buckets by the origins that grants of files name', () => {
    const names = ['redress-test-intake-name', 'redress-test-vault-name'];
    const origins = policyOf(other).get('connect-src')?.slice(3);
    expect(origins?.map((origin) => origin.replace('AWS::URLSuffix', 'amazonaws.com'))).toEqual(
      names.map((name) => originIn('eu-central-1', name)),
    );
  });

  test('come by https from now on, as what they say they are, and name themselves to nobody', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = headersOf(web, front.DefaultCacheBehavior);
    expect(SecurityHeadersConfig).toMatchObject({
      ContentSecurityPolicy: { Override: true },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, IncludeSubdomains: true, Override: true },
    });
    expect(CustomHeadersConfig.Items).toEqual([
      { Header: 'permissions-policy', Value: expect.stringContaining('camera=()'), Override: true },
    ]);
  });
});

describe('the API behind the address', () => {
  const patterns = front.CacheBehaviors.map(({ PathPattern }) => PathPattern);

  test('has its own paths and those of links', () => {
    expect(patterns).toEqual(['/api/*', '/links/*', '/link-assets/*']);
    const paths = [...linkRoutes.map(({ path }) => path), linkAssets];
    for (const path of paths) expect(patterns).toContain(`/${path.split('/')[1]}/*`);
  });

  test.each(front.CacheBehaviors)(
    'is handed everything but the host at $PathPattern, and nothing is kept',
    (behavior) => {
      expect(behavior).toMatchObject({
        AllowedMethods: expect.arrayContaining(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']),
        // As CloudFront names its own policies: CachingDisabled, AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
      });
      expect(targetOf(behavior.TargetOriginId)).toMatchObject({
        DomainName: { 'Fn::ImportValue': 'redress-api-host' },
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
      });
    },
  );

  test('answers its refusals itself: no page stands in for them, and none is kept', () => {
    expect(front.CustomErrorResponses.length).toBeGreaterThan(0);
    for (const response of front.CustomErrorResponses)
      expect(response).toEqual({ ErrorCode: expect.any(Number), ErrorCachingMinTTL: 0 });
  });

  test('keeps the headers of its own, as those of links, and has strict ones where it has none', () => {
    for (const behavior of front.CacheBehaviors) {
      expect(headersOf(web, behavior).SecurityHeadersConfig).toMatchObject({
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", Override: false },
        ReferrerPolicy: { Override: false },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: false },
      });
    }
  });

  test('is shown the secret by the distribution, and no template holds it', () => {
    const [api] = front.Origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders !== undefined);
    expect(textsIn(api?.OriginCustomHeaders).join(' ')).toBe(
      'x-redress-front  {{resolve:secretsmanager: redress-front-secret-arn :SecretString:::}}',
    );
  });
});

describe('the address', () => {
  const settings = (template: typeof web, more: object) =>
    template.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: Match.objectLike(more) });

  test('speaks HTTP/2 and 3, by IPv6 too', () => {
    settings(web, { HttpVersion: 'http2and3', IPV6Enabled: true, DefaultRootObject: 'index.html' });
  });

  test('is one of CloudFront’s without a certificate, else that of the configuration by TLS 1.2', () => {
    settings(web, { Aliases: Match.absent(), ViewerCertificate: Match.absent() });
    settings(other, {
      Aliases: ['redress.example.org'],
      ViewerCertificate: {
        AcmCertificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/c',
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
    });
  });

  test('is logged nowhere with its path, which holds the secrets of links', () => {
    settings(web, { Logging: Match.absent() });
  });
});

test('every stack is deployed after those it needs', () => {
  const { web: stack, application, data } = appOf({});
  expect(stack.dependencies).toContain(application);
  expect(application.dependencies).toContain(data);
});

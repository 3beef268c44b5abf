import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** Where the application lets people come back to, as Cognito compares it: letter by letter. */
const signedInAt = (address: string): string => `${address}/signed-in`;
export const signedOutAt = (address: string): string => `${address}/`;

/** Sign-in by e-mail address, password and a second factor. Nobody signs up: people are added. */
export class PeoplePool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** The origin of the pages that people sign in and out at. */
  readonly page: string;

  constructor(
    scope: Construct,
    id: string,
    { domainPrefix, address }: { readonly domainPrefix: string; readonly address: string },
  ) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Roles are held by e-mail address: nobody takes on another address before proving that it is theirs.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.page = this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix } }).baseUrl();
    this.client = this.pool.addClient('Browser', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      // By the sign-in page alone: the tokens of other flows may change who somebody is.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [signedInAt(address)],
        logoutUrls: [signedOutAt(address)],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      enableTokenRevocation: true,
    });
  }
}

import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/**
 * What the front shows with each request, so that its word is believed of where the request came from
 * (docs/adr/0014-one-address-in-front.md). It stands in no template: CloudFormation puts it where it is referred to.
 */
export class FrontSecret extends Construct {
  readonly arn: string;
  /** For the environment of a function: read on deployment. */
  readonly reference: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'Shown by the front of Redress to its API',
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      secret,
      'SMG4',
      'It opens nothing: it vouches for the network address on a record of access. It changes with a new stack.',
    );
    this.arn = secret.secretArn;
    this.reference = secret.secretValue.unsafeUnwrap();
  }
}

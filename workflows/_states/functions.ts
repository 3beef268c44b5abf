import type { IFunction } from 'aws-cdk-lib/aws-lambda';

/** The functions that a machine calls, by folder name in `functions/`, each through its alias. */
export type Functions<Name extends string> = Readonly<Record<Name, IFunction>>;

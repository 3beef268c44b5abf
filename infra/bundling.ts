import { type BundlingOptions, Charset, LogLevel, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';

/** CommonJS packages in a bundle ask for Node's own modules by `require`, which a module does not have by itself. */
const requireInModules =
  "import{createRequire as redressRequire}from'node:module';const require=redressRequire(import.meta.url);";

/**
 * How every function is bundled: one minified module for Node 24, its source map beside it. The AWS SDK is the runtime's
 * own (docs/adr/0002-sdk-from-the-runtime.md).
 */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  charset: Charset.UTF8,
  sourceMap: true,
  sourceMapMode: SourceMapMode.EXTERNAL,
  externalModules: ['@aws-sdk/*', '@smithy/*'],
  banner: requireInModules,
  esbuildArgs: {
    '--legal-comments': 'external',
    '--tree-shaking': 'true',
  },
  logLevel: LogLevel.WARNING,
};

/** What a state fails with: the error's name, by which Retry and Catch find it, and its cause. Empty cause: none given. */
export interface Failure {
  readonly Error: string;
  readonly Cause: string;
}

/** Carries a failure of the state being run up to its Retry and Catch. Any other exception is a fault of the engine. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly failure: Failure;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.failure = { Error: error, Cause: cause };
  }
}

/** What Lambda reports of an exception: its name as the error, and this JSON as the cause. */
export const failureOfInvocation = (thrown: unknown): Failure => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const trace = (error.stack ?? '').split('\n');
  return {
    Error: error.name,
    Cause: JSON.stringify({ errorType: error.name, errorMessage: error.message, trace }),
  };
};

/** Bytes of JSON in UTF-8 that a state may take in or give out (Step Functions quotas, "Maximum input or output size"). */
export const DATA_LIMIT = 262_144;

/** @throws {StateFailure} `States.DataLimitExceeded` when the value's JSON is over 256 KiB. */
export const withinDataLimit = (value: unknown, what: string): unknown => {
  const size = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (size > DATA_LIMIT) {
    throw new StateFailure(
      'States.DataLimitExceeded',
      `The ${what} has ${size} bytes, over the limit of ${DATA_LIMIT}.`,
    );
  }
  return value;
};

import { z } from 'zod';

/**
 * The parts of the Amazon States Language (states-language.net/spec.html) that the engine runs, in the JSONata query
 * language. Objects are strict: what is not named here is refused when a machine is loaded, never passed over.
 */

const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata string ({% … %})');
const orExpression = <T extends z.ZodType>(constant: T) => z.union([expression, constant]);
const stateName = z.string().min(1).max(80);
const LONGEST_SECONDS = 99_999_999;
const duration = z.int().min(1).max(LONGEST_SECONDS);
const template = z.unknown();
const assignments = z.record(z.string().regex(/^(?!states$)[\p{L}_][\p{L}\p{N}_]{0,79}$/u), z.unknown());

/** Seconds of a Wait, as a constant or as what its expression yields. */
export const waitSeconds = z.number().min(0).max(LONGEST_SECONDS);
/** An RFC 3339 instant. */
export const waitTimestamp = z.iso.datetime({ offset: true });
/** Seconds of a task's timeout or heartbeat. */
export const taskSeconds = duration;
/** Iterations of a Map at a time; 0 leaves it to the service. */
export const mapConcurrency = z.int().min(0);

const described = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const onward = { Next: stateName.optional(), End: z.literal(true).optional() };
const yielding = { Output: template.optional(), Assign: assignments.optional() };

const retrier = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: duration.default(1),
  MaxAttempts: z.int().min(0).max(LONGEST_SECONDS).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: duration.optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  Comment: z.string().optional(),
});
const catcher = z.strictObject({
  ErrorEquals: z.array(z.string()).min(1),
  Next: stateName,
  ...yielding,
  Comment: z.string().optional(),
});
const guarded = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

/** A set of states with its start. The states are parsed one by one, so that a refusal can name the state. */
const block = { StartAt: stateName, States: z.record(stateName, z.unknown()) };

const task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: template.optional(),
  TimeoutSeconds: orExpression(duration).optional(),
  HeartbeatSeconds: orExpression(duration).optional(),
  ...described,
  ...onward,
  ...yielding,
  ...guarded,
});
const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z
    .array(z.strictObject({ Condition: expression, Next: stateName, ...yielding, Comment: z.string().optional() }))
    .min(1),
  Default: stateName.optional(),
  ...described,
  ...yielding,
});
const pass = z.strictObject({ Type: z.literal('Pass'), ...described, ...onward, ...yielding });
const wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: orExpression(waitSeconds).optional(),
  Timestamp: orExpression(waitTimestamp).optional(),
  ...described,
  ...onward,
  ...yielding,
});
const succeed = z.strictObject({ Type: z.literal('Succeed'), Output: template.optional(), ...described });
const fail = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...described,
});
const map = z.strictObject({
  Type: z.literal('Map'),
  Items: z.union([expression, z.array(z.unknown())]).optional(),
  ItemSelector: template.optional(),
  MaxConcurrency: orExpression(mapConcurrency).optional(),
  ItemProcessor: z.strictObject({
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
    Comment: z.string().optional(),
    ...block,
  }),
  ...described,
  ...onward,
  ...yielding,
  ...guarded,
});
const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(z.strictObject({ ...block, Comment: z.string().optional() })).min(1),
  Arguments: template.optional(),
  ...described,
  ...onward,
  ...yielding,
  ...guarded,
});

export const stateSchema = z.discriminatedUnion('Type', [task, choice, pass, wait, succeed, fail, map, parallel]);

export const definitionSchema = z.strictObject({
  QueryLanguage: z.literal('JSONata'),
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: duration.optional(),
  ...block,
});

/** A machine's definition as it is generated: plain JSON, checked by `loadMachine`. */
export type AslDefinition = Readonly<Record<string, unknown>>;

export type State = z.infer<typeof stateSchema>;
export type TaskState = z.infer<typeof task>;
export type ChoiceState = z.infer<typeof choice>;
export type WaitState = z.infer<typeof wait>;
export type FailState = z.infer<typeof fail>;
export type MapState = z.infer<typeof map>;
export type ParallelState = z.infer<typeof parallel>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type Block = Pick<z.infer<typeof definitionSchema>, 'StartAt' | 'States'>;

/** The states whose errors can be retried and caught. */
export type GuardedState = TaskState | MapState | ParallelState;

export const isGuarded = (state: State): state is GuardedState =>
  state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';

import { once } from 'node:events';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { digest } from '#adapters/runtime/digest.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { FindingEvent } from '#domain/finding/events.ts';
import { defaultPolicy } from '#domain/policy/built-in/default.ts';
import type { Sealed } from '#domain/trail/chain.ts';
import { create, type Store } from '#functions/queries/queries.ts';
import { lambdaContext } from '#local/lambda-context.ts';
import type { Trail } from '#ports/trail.ts';
import { apiEvent } from './api-event.ts';
import type { FindingSample, WarmTimes } from './warm-call.ts';

const batches = 41;
const callsPerBatch = 200;
/** Batches that are not counted: the compiler of Node is still at work. */
const warmUp = 10;

const none = async () => undefined;

/** A trail of one event, which holds still. */
const trailOf = <E extends { readonly aggregate: string; readonly seq: number }>(event: Sealed<E>): Trail<E> => ({
  latest: async () => event,
  at: async () => event,
  all: async () => [event],
  append: async () => 'conflict',
  relayed: async () => {},
});

const storeOf = ({ finding, audit, person }: FindingSample): Store => ({
  findings: trailOf<FindingEvent>(finding),
  audits: trailOf<AuditEvent>(audit),
  digest,
  clock: { now: () => finding.at },
  timeZone: 'Europe/Zurich',
  people: {
    get: async () => person,
    all: async () => [person],
    put: async () => {},
    prefer: async () => true,
    keepViews: async () => true,
  },
  policy: defaultPolicy,
  contents: { get: none, put: async () => {} },
  evidence: {
    get: none,
    of: async () => [],
    add: async () => {},
    settle: async () => 'settled',
    markAnnounced: async () => {},
  },
  notices: {
    of: async () => [],
    claim: async () => 'sent',
    markSent: async () => {},
    markSuppressed: async () => {},
    markReturned: async () => {},
  },
  register: {
    head: none,
    raise: async () => {},
    raiseAudit: async () => {},
    findings: async () => ({ items: [] }),
    openFindings: async () => ({ items: [] }),
    audits: async () => ({ items: [] }),
    raised: async () => ({ findings: [], audits: [], mark: '' }),
  },
});

type Handler = () => Promise<APIGatewayProxyStructuredResultV2>;

const perCall = async (handler: Handler): Promise<number> => {
  const started = performance.now();
  for (let call = 0; call < callsPerBatch; call += 1) await handler();
  return (performance.now() - started) / callsPerBatch;
};

const measure = async (sample: FindingSample): Promise<WarmTimes> => {
  const handle = create(storeOf(sample));
  const { event } = apiEvent(sample.person.email, 'GET', `/findings/${sample.finding.aggregate}`);
  const context = lambdaContext('queries');
  const handler: Handler = async () => handle(event as never, context);
  const { statusCode = 0, headers = {}, body = '' } = await handler();
  if (statusCode !== 200) throw new Error(`getFinding was answered ${statusCode}: ${body}`);
  const answer: unknown = JSON.parse(body);
  const bare: Handler = async () => ({ statusCode, headers, body: JSON.stringify(answer) });

  const times = { handler: [] as number[], bare: [] as number[] };
  for (let batch = 0; batch < warmUp + batches; batch += 1) {
    const took = { handler: await perCall(handler), bare: await perCall(bare) };
    if (batch < warmUp) continue;
    times.handler.push(took.handler);
    times.bare.push(took.bare);
  }
  return { callsPerBatch, answerBytes: Buffer.byteLength(body), ...times };
};

const [sample] = (await once(process, 'message')) as [FindingSample];
process.send?.(await measure(sample));
process.disconnect();

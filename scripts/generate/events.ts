import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { busSource } from '#contracts/bus.ts';
import { AuditTold, eventMeanings, eventVersion, FindingTold, SampleTold } from '#contracts/event-catalogue.ts';
import { auditEventTypes, type CommittedType, findingEventTypes } from '#domain/webhook/event-types.ts';
import type { Generated } from './drift.ts';

/*
 * Writes docs/generated/event-catalogue.json and events.md: what is told on the bus and to webhooks, type by type.
 */

type Json = Readonly<Record<string, unknown>>;

const inDocs = (name: string): string => fileURLToPath(new URL(`../../docs/generated/${name}`, import.meta.url));

/** JSON Schema 2020-12. What is not named may be added by a later release: whoever reads it leaves it aside. */
const schemaOf = (schema: z.ZodObject, more: Json): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema.loose(), { io: 'output' });
  const { additionalProperties: _any, ...open } = rest;
  return { ...more, ...open };
};

const ofType = (type: CommittedType): readonly [string, Json] => {
  const finding = findingEventTypes.find((each) => each === type);
  const audit = auditEventTypes.find((each) => each === type);
  const told = finding
    ? FindingTold.extend({ type: z.literal(finding) })
    : AuditTold.extend({ type: z.literal(audit) });
  return [type, schemaOf(told, { description: eventMeanings[type] })];
};

const types: readonly CommittedType[] = [...findingEventTypes, ...auditEventTypes];
const place = (name: string): Json => ({ $ref: `#/$defs/${name}` });

const catalogue = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:redress:events:${eventVersion}`,
  title: `Events of Redress, version ${eventVersion}`,
  description: `The detail of each event on the bus (source "${busSource}", detail-type the type of the event), and the data of a webhook's call.`,
  oneOf: types.map(place),
  $defs: {
    ...Object.fromEntries(types.map(ofType)),
    sample: schemaOf(SampleTold, { description: 'What a webhook is tried out with. Never on the bus.' }),
    'webhook-body': {
      description: 'The body of a call in the format redress.',
      type: 'object',
      properties: {
        type: { description: 'The type of the event: that of its data.', enum: [...types, 'sample'] },
        timestamp: {
          description: 'When it happened, in UTC: the `at` of its data.',
          type: 'string',
          format: 'date-time',
        },
        data: { oneOf: [...types, 'sample'].map(place) },
      },
      required: ['type', 'timestamp', 'data'],
    },
  },
});

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): readonly string[] => [row(...cells), row(...cells.map(() => '---'))];

const fields = (schema: z.ZodObject): readonly string[] =>
  Object.entries(schema.shape).map(([name, field]) => {
    const { description = '', ...shape } = z.toJSONSchema(field as z.ZodType, { io: 'output' });
    const values =
      shape.enum && name !== 'type' ? ` One of ${shape.enum.map((value) => `\`${value}\``).join(', ')}.` : '';
    const constant = shape.const === undefined ? '' : ` Always \`${shape.const}\`.`;
    const absent = (field as z.ZodType).safeParse(undefined).success ? ' Optional.' : '';
    return row(`\`${name}\``, `${description}${values}${constant}${absent}`.trim());
  });

const table = (): string =>
  [
    '# Events',
    '',
    'Made from `shared/contracts/event-catalogue.ts`; as JSON Schema 2020-12: [event-catalogue.json](event-catalogue.json).',
    'How to listen: [integrations](../integrations.md).',
    '',
    '## Of findings',
    '',
    ...head('Type', 'What happened'),
    ...findingEventTypes.map((type) => row(`\`${type}\``, eventMeanings[type])),
    '',
    ...head('Field', 'What it says'),
    ...fields(FindingTold),
    '',
    '## Of audits',
    '',
    ...head('Type', 'What happened'),
    ...auditEventTypes.map((type) => row(`\`${type}\``, eventMeanings[type])),
    '',
    ...head('Field', 'What it says'),
    ...fields(AuditTold),
    '',
  ].join('\n');

export const generatedEvents = (): Generated => ({
  [inDocs('event-catalogue.json')]: `${JSON.stringify(catalogue(), undefined, 2)}\n`,
  [inDocs('events.md')]: table(),
});

import * as z from 'zod';
import type { AssessedFinding, OscalSource } from '#domain/report/source.ts';
import { ok, type Result } from '#domain/result.ts';
import { MAX_JSON_DEPTH } from './limits.ts';
import { refuseFile } from './refusals.ts';

/**
 * The parts of OSCAL assessment results that are read (NIST OSCAL 1.0 to 1.1, JSON). Other keys may be there; of these,
 * what the OSCAL schema requires and is not needed here is not required either.
 */
const Actor = z.object({ type: z.string(), 'actor-uuid': z.string() });
const Origins = z.array(z.object({ actors: z.array(Actor).default([]) })).default([]);

const Observation = z.object({
  uuid: z.string(),
  title: z.string().optional(),
  description: z.string().default(''),
  remarks: z.string().optional(),
  methods: z.array(z.string()).default([]),
  collected: z.string().optional(),
  'relevant-evidence': z
    .array(
      z.object({ description: z.string().optional(), href: z.string().optional(), remarks: z.string().optional() }),
    )
    .default([]),
  origins: Origins,
});

const Finding = z.object({
  uuid: z.string().min(1),
  title: z.string().default(''),
  description: z.string().default(''),
  remarks: z.string().optional(),
  origins: Origins,
  target: z.object({ 'target-id': z.string().min(1), status: z.object({ state: z.string() }) }),
  'related-observations': z.array(z.object({ 'observation-uuid': z.string() })).default([]),
});

const AssessmentResult = z.object({
  start: z.string().optional(),
  end: z.string().optional(),
  observations: z.array(Observation).default([]),
  findings: z.array(Finding).default([]),
});

const Metadata = z.object({
  parties: z.array(z.object({ uuid: z.string(), name: z.string().optional() })).default([]),
  'responsible-parties': z
    .array(z.object({ 'role-id': z.string(), 'party-uuids': z.array(z.string()).default([]) }))
    .default([]),
});

const AssessmentResults = z.object({
  metadata: Metadata,
  results: z.array(AssessmentResult),
});

type Observed = z.infer<typeof Observation>;

const OTHER_MODELS: Readonly<Record<string, string>> = {
  'plan-of-action-and-milestones':
    'This OSCAL document is a plan of action and milestones; findings are read from assessment results.',
  'system-security-plan': 'This OSCAL document is a system security plan; findings are read from assessment results.',
  'assessment-plan': 'This OSCAL document is an assessment plan; findings are read from assessment results.',
  'component-definition': 'This OSCAL document is a component definition; findings are read from assessment results.',
  'mapping-collection': 'This OSCAL document is a mapping collection; findings are read from assessment results.',
  catalog: 'This OSCAL document is a catalog of controls; findings are read from assessment results.',
  profile: 'This OSCAL document is a profile of controls; findings are read from assessment results.',
};

const ASSESSOR_ROLES: ReadonlySet<string> = new Set([
  'assessor',
  'assessment-lead',
  'assessment-team',
  'auditor',
  'lead-auditor',
]);

/** Checked before parsing: a few bytes per level would otherwise become a great many objects. */
const isDeep = (json: string): boolean => {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const char = json[index];
    if (inText) {
      if (char === '\\') index += 1;
      else if (char === '"') inText = false;
    } else if (char === '"') inText = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > MAX_JSON_DEPTH) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
};

const parseJson = (text: string): Result<unknown> => {
  if (isDeep(text))
    return refuseFile('report-unreadable', `The JSON is nested more than ${MAX_JSON_DEPTH} levels deep.`);
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return refuseFile('report-unreadable', 'The file looks like JSON but is damaged: export it again.');
    }
    throw error;
  }
};

const observationText = (observation: Observed): string =>
  [
    observation.title,
    observation.description,
    observation.remarks,
    ...observation['relevant-evidence'].flatMap((evidence) => [evidence.description, evidence.remarks, evidence.href]),
    observation.collected === undefined ? undefined : `Collected ${observation.collected.slice(0, 10)}.`,
  ]
    .filter((part) => part !== undefined && part.trim() !== '')
    .join('\n');

const findingsOf = (document: z.infer<typeof AssessmentResults>): AssessedFinding[] => {
  const names = new Map(document.metadata.parties.map(({ uuid, name }) => [uuid, name]));
  const named = (uuids: readonly string[]) => [...new Set(uuids.flatMap((uuid) => names.get(uuid) ?? []))];
  const assessors = named(
    document.metadata['responsible-parties'].flatMap((responsible) =>
      ASSESSOR_ROLES.has(responsible['role-id']) ? responsible['party-uuids'] : [],
    ),
  );
  return document.results.flatMap((result) => {
    const observations = new Map(result.observations.map((observation) => [observation.uuid, observation]));
    const assessedAt = result.end ?? result.start;
    return result.findings
      .filter((finding) => finding.target.status.state === 'not-satisfied')
      .map((finding) => {
        const related = finding['related-observations'].flatMap(
          (each) => observations.get(each['observation-uuid']) ?? [],
        );
        const actors = finding.origins.flatMap(({ actors }) => actors).filter(({ type }) => type === 'party');
        const auditors = named(actors.map((actor) => actor['actor-uuid']));
        return {
          sourceId: finding.uuid,
          title: finding.title,
          description: finding.description,
          targetId: finding.target['target-id'],
          observations: related.map(observationText),
          auditors: auditors.length > 0 ? auditors : assessors,
          ...(assessedAt !== undefined && { assessedAt }),
        };
      });
  });
};

/** What is said of a document of another model of OSCAL, by its one key beside `$schema`. */
const otherModel = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).flatMap((key) => (Object.hasOwn(OTHER_MODELS, key) ? (OTHER_MODELS[key] ?? []) : []))[0]
    : undefined;

/** Reads OSCAL assessment results in JSON: the findings whose target is `not-satisfied`, results in order. */
export function readOscal(text: string): Result<OscalSource> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const other = otherModel(json.value);
  if (other !== undefined) return refuseFile('not-assessment-results', other);
  const envelope = z.object({ 'assessment-results': z.unknown() }).safeParse(json.value);
  if (!envelope.success || envelope.data['assessment-results'] === undefined) {
    return refuseFile(
      'not-a-report',
      'The file is JSON but no OSCAL assessment results: its outermost key must be "assessment-results".',
    );
  }
  const document = AssessmentResults.safeParse(envelope.data['assessment-results']);
  if (!document.success) {
    const issues = document.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return refuseFile(
      'report-unreadable',
      `The OSCAL assessment results are not as OSCAL describes them: ${issues.join('; ')}.`,
    );
  }
  return ok({ kind: 'oscal', findings: findingsOf(document.data) });
}

import type { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { resourcesOf, textsIn } from './stacks.ts';

const texts = z.union([z.string(), z.array(z.string())]).transform((each) => [each].flat());
const Statement = z.object({
  Sid: z.string().optional(),
  Effect: z.string(),
  Action: texts,
  /** Each resource as one text, its references by their names. */
  Resource: z.unknown().transform((resource) => [resource].flat().map((each) => textsIn(each).join(''))),
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
export type Statement = z.infer<typeof Statement>;

const Document = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

/** Every statement of the policies of a type, with the logical id of its policy. */
export const statementsOf = (
  template: Template,
  type: 'AWS::IAM::Policy' | 'AWS::S3::BucketPolicy',
): readonly (Statement & { readonly id: string })[] =>
  Object.entries(resourcesOf(template, type)).flatMap(([id, { Properties }]) =>
    Document.parse(Properties).PolicyDocument.Statement.map((statement) => ({ id, ...statement })),
  );

/** The function, or the machine, that a policy's logical id names: its folder without dashes. */
export const holderOf = (id: string): string =>
  id.replace(/^(Functions|Machines)/, '').replace(/(Machine)?RoleDefaultPolicy.*/, '');

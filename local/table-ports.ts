import { createAccesses } from '#adapters/aws/dynamodb/accesses.ts';
import { createComments } from '#adapters/aws/dynamodb/comments.ts';
import { createContents } from '#adapters/aws/dynamodb/contents.ts';
import { createDigests } from '#adapters/aws/dynamodb/digests.ts';
import { createDueIndex } from '#adapters/aws/dynamodb/due-index.ts';
import { createEvidenceRecords } from '#adapters/aws/dynamodb/evidence-records.ts';
import { createLinks } from '#adapters/aws/dynamodb/links.ts';
import { createNotices } from '#adapters/aws/dynamodb/notices.ts';
import { createOutbox } from '#adapters/aws/dynamodb/outbox.ts';
import { createPackJobs } from '#adapters/aws/dynamodb/pack-jobs.ts';
import { createPeople } from '#adapters/aws/dynamodb/people.ts';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createSuppressions } from '#adapters/aws/dynamodb/suppressions.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { createWebhooks } from '#adapters/aws/dynamodb/webhooks.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import type { LocalTable } from './table.ts';

/** The ports that lie in the table alone. */
export const tablePorts = (table: Omit<LocalTable, 'close'>) => ({
  accesses: createAccesses({ ...table, random: systemRandom }),
  comments: createComments(table),
  contents: createContents(table),
  digests: createDigests(table),
  due: createDueIndex(table),
  evidence: createEvidenceRecords(table),
  links: createLinks(table),
  notices: createNotices(table),
  outbox: createOutbox(table),
  packs: createPackJobs(table),
  people: createPeople(table),
  register: createRegister(table),
  suppressions: createSuppressions(table),
  waits: createWaits(table),
  webhooks: createWebhooks(table),
});

import { afterAll, beforeAll, describe } from 'vitest';
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
import { createTrail } from '#adapters/aws/dynamodb/trail.ts';
import { createWaits } from '#adapters/aws/dynamodb/waits.ts';
import { createWebhooks } from '#adapters/aws/dynamodb/webhooks.ts';
import { systemRandom } from '#adapters/runtime/random.ts';
import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { accessesContract } from './accesses.contract.ts';
import { commentsContract } from './comments.contract.ts';
import { contentsContract } from './contents.contract.ts';
import { digestsContract } from './digests.contract.ts';
import { dueIndexContract } from './due-index.contract.ts';
import { evidenceRecordsContract } from './evidence-records.contract.ts';
import { linksContract } from './links.contract.ts';
import { noticesContract } from './notices.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { packJobsContract } from './pack-jobs.contract.ts';
import { peopleContract } from './people.contract.ts';
import { registerContract } from './register.contract.ts';
import { suppressionsContract } from './suppressions.contract.ts';
import type { TestTable } from './table.ts';
import { trailContract } from './trail.contract.ts';
import { waitsContract } from './waits.contract.ts';
import { webhooksContract } from './webhooks.contract.ts';

/**
 * The contracts of all ports that the table serves, on one table of one DynamoDB.
 * @param racesNothing why writers cannot be raced against each other on it
 */
export const tableContracts = (name: string, makeTable: () => Promise<TestTable>, racesNothing?: string): void => {
  describe(name, () => {
    let made: TestTable | undefined;
    beforeAll(async () => {
      made = await makeTable();
    }, 180_000);
    afterAll(() => made?.remove());

    const table = (): TestTable => {
      if (made === undefined) throw new Error('there is no table');
      return made;
    };
    const findings = () => createTrail({ ...table(), kind: 'finding', schema: FindingEvent });
    const audits = () => createTrail({ ...table(), kind: 'audit', schema: AuditEvent });

    trailContract(name, () => ({ findings: findings(), audits: audits(), racesNothing }));
    outboxContract(name, () => ({ findings: findings(), outbox: createOutbox(table()) }));
    commentsContract(name, () => ({ comments: createComments(table()), racesNothing }));
    contentsContract(name, () => createContents(table()));
    registerContract(name, (clock) => createRegister(table(), clock));
    dueIndexContract(name, () => ({ register: createRegister(table()), due: createDueIndex(table()) }));
    digestsContract(name, () => ({ digests: createDigests(table()), racesNothing }));
    waitsContract(name, () => createWaits(table()));
    evidenceRecordsContract(name, () => ({ records: createEvidenceRecords(table()), racesNothing }));
    noticesContract(name, () => ({ notices: createNotices(table()), racesNothing }));
    peopleContract(name, () => createPeople(table()));
    webhooksContract(name, () => createWebhooks(table()));
    linksContract(name, () => ({ links: createLinks(table()), racesNothing }));
    suppressionsContract(name, () => createSuppressions(table()));
    packJobsContract(name, () => ({ jobs: createPackJobs(table()), racesNothing }));
    accessesContract(name, () => createAccesses({ ...table(), random: systemRandom }));
  });
};

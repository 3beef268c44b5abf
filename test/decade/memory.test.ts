import { AuditEvent } from '#domain/audit/events.ts';
import { FindingEvent } from '#domain/finding/events.ts';
import { digestsContract } from '../contracts/digests.contract.ts';
import { dueIndexContract } from '../contracts/due-index.contract.ts';
import { noticesContract } from '../contracts/notices.contract.ts';
import { peopleContract } from '../contracts/people.contract.ts';
import { suppressionsContract } from '../contracts/suppressions.contract.ts';
import { trailContract } from '../contracts/trail.contract.ts';
import { createDigests, createHeads, createNotices, createPeople, createSuppressions, createTrail } from './memory.ts';

const name = 'in memory';
const heads = createHeads();

trailContract(name, () => ({ findings: createTrail(FindingEvent), audits: createTrail(AuditEvent) }));
dueIndexContract(name, () => heads);
digestsContract(name, () => ({ digests: createDigests() }));
noticesContract(name, () => ({ notices: createNotices() }));
peopleContract(name, createPeople);
suppressionsContract(name, createSuppressions);

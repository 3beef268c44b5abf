import * as z from 'zod';
import {
  EvidenceRecord,
  type EvidenceStatus,
  evidenceStatuses,
  evidenceTransitions,
} from '#domain/evidence/evidence.ts';
import type { EvidenceRecords, FileOwner, Settlement } from '#ports/evidence.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Table, type Update } from './items.ts';
import { evidenceKey, partitionOf, prefixes } from './keys.ts';

const Stored = z.object({ file: EvidenceRecord });

const byTime = (a: EvidenceRecord, b: EvidenceRecord): number => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? -1 : 1);

/** From which statuses a file may go to this one. */
const sourcesOf = (status: EvidenceStatus): readonly EvidenceStatus[] =>
  evidenceStatuses.filter((from) => (evidenceTransitions[from] as readonly EvidenceStatus[]).includes(status));

/** What a settlement says besides the status; what it does not say is taken off. */
const parts = ['reason', 'scan', 'kept'] as const;

/** The table of transitions is the write's condition: of two who settle at once, one finds the status it comes from. */
const settling = (settlement: Settlement): Update => {
  const said: Pick<Settlement, 'status'> & Partial<Record<(typeof parts)[number], unknown>> = settlement;
  const given = parts.filter((part) => said[part] !== undefined);
  const left = parts.filter((part) => said[part] === undefined);
  const sources = sourcesOf(settlement.status);
  return {
    change: [
      `SET ${['status', ...given].map((part) => `#file.#${part} = :${part}`).join(', ')}`,
      `REMOVE ${left.map((part) => `#file.#${part}`).join(', ')}`,
    ].join(' '),
    condition: `#file.#status IN (${sources.map((_from, i) => `:from${i}`).join(', ')})`,
    names: Object.fromEntries(['file', 'status', ...parts].map((name) => [`#${name}`, name])),
    values: {
      ':status': settlement.status,
      ...Object.fromEntries(given.map((part) => [`:${part}`, said[part]])),
      ...Object.fromEntries(sources.map((from, i) => [`:from${i}`, from])),
    },
  };
};

const noRecord = ({ kind, aggregate }: FileOwner, id: string): StoreFault =>
  new StoreFault(`there is no file record ${id} of ${kind} ${aggregate}`);

/** The records of files, oldest first. */
export const createEvidenceRecords = (table: Table): EvidenceRecords => {
  const items = createItems(table);
  const records: EvidenceRecords = {
    add: async (record) => {
      const added = await items.put({ ...evidenceKey(record, record.id), file: record }, isNew);
      if (!added) throw new StoreFault(`the file record ${record.id} of ${record.kind} ${record.aggregate} is taken`);
    },

    get: async (owner, id) => {
      const item = await items.get(evidenceKey(owner, id));
      return item && Stored.parse(item).file;
    },

    of: async ({ kind, aggregate }) => {
      const found = await items.range({
        partition: partitionOf(kind, aggregate),
        prefix: prefixes.evidence,
        consistent: true,
      });
      return found.map((item) => Stored.parse(item).file).toSorted(byTime);
    },

    settle: async (owner, id, settlement) => {
      if (await items.update(evidenceKey(owner, id), settling(settlement))) return 'done';
      if ((await records.get(owner, id)) === undefined) throw noRecord(owner, id);
      return 'settled';
    },

    markAnnounced: async (owner, id, status) => {
      const marked = await items.update(evidenceKey(owner, id), {
        change: 'SET #file.#announced = :status',
        condition: 'attribute_exists(#file)',
        names: { '#file': 'file', '#announced': 'announced' },
        values: { ':status': status },
      });
      if (!marked) throw noRecord(owner, id);
    },
  };
  return records;
};

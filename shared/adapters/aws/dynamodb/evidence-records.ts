import * as z from 'zod';
import { EvidenceRecord } from '#domain/evidence/evidence.ts';
import type { EvidenceRecords } from '#ports/evidence.ts';
import { StoreFault } from '#ports/store.ts';
import { createItems, isNew, type Table } from './items.ts';
import { evidenceKey, partitionOf, prefixes } from './keys.ts';

const Stored = z.object({ file: EvidenceRecord });

const byTime = (a: EvidenceRecord, b: EvidenceRecord): number => (`${a.at}#${a.id}` < `${b.at}#${b.id}` ? -1 : 1);

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

    settle: async (owner, id, outcome) => {
      const refused = outcome.status === 'refused';
      const settled = await items.update(evidenceKey(owner, id), {
        change: refused ? 'SET #file.#status = :status, #file.#reason = :reason' : 'SET #file.#status = :status',
        condition: '#file.#status = :open',
        names: { '#file': 'file', '#status': 'status', ...(refused ? { '#reason': 'reason' } : {}) },
        values: {
          ':open': 'uploading',
          ':status': outcome.status,
          ...(refused ? { ':reason': outcome.reason } : {}),
        },
      });
      if (settled) return 'done';
      if ((await records.get(owner, id)) === undefined)
        throw new StoreFault(`there is no file record ${id} of ${owner.kind} ${owner.aggregate}`);
      return 'settled';
    },
  };
  return records;
};

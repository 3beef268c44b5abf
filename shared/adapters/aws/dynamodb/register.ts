import type { Clock } from '#ports/clock.ts';
import type { AuditHead, FindingHead, Page, Register } from '#ports/register.ts';
import { systemClock } from '../../runtime/clock.ts';
import { cursorOf, type Place, placeIn } from './cursor.ts';
import { dueAttributes } from './due-index.ts';
import { auditHeadOf, auditSort, findingHeadOf, findingSort, ofAudit } from './heads.ts';
import { createItems, type Range, type StoredItem, type Table } from './items.ts';
import { headKey } from './keys.ts';
import { markOf, sinceMark } from './raised-mark.ts';
import { indexes } from './table.ts';

/** The partitions of the register index, and of the raised index. */
const lists = { finding: 'FINDING', audit: 'AUDIT' } as const;

/** The one partition of the open index. */
const openPartition = 'OPEN';

/** Orders open findings by the date they wait for; letters come after digits, so those without one are last. */
const openSort = ({ due, id }: FindingHead): string => `${due ?? 'none'}#${id}`;

const isOpenHead = ({ status }: FindingHead): boolean => status !== 'closed' && status !== 'withdrawn';

/** The place of a head in the open index; none once the finding is closed or withdrawn. */
const openAttributes = (head: FindingHead): { openKey?: string; openSort?: string } =>
  isOpenHead(head) ? { openKey: openPartition, openSort: openSort(head) } : {};

interface Listing<T> {
  readonly index: 'register' | 'open';
  readonly partition: string;
  readonly kind: keyof typeof lists;
  readonly prefix: string;
  readonly descending?: boolean;
  readonly headOf: (item: StoredItem) => T;
  readonly placeOf: (head: T) => Place;
}

/**
 * The heads, and the index that lists them. Findings in order of audit and number, audits with the newest first.
 * @param clock by which heads are raised: always the machines', which no trial of other dates puts on or back
 * @throws {BadCursor} from the lists
 */
export const createRegister = (table: Table, clock: Clock = systemClock): Register => {
  const items = createItems(table);

  const raise = (
    kind: keyof typeof lists,
    head: FindingHead | AuditHead,
    attributes: Readonly<Record<string, unknown>>,
  ) =>
    items.put(
      {
        ...headKey(kind, head.id),
        seq: head.seq,
        head,
        register: lists[kind],
        raised: lists[kind],
        raisedAt: clock.now(),
        ...attributes,
      },
      {
        condition: 'attribute_not_exists(#pk) OR #seq < :seq',
        names: { '#pk': 'pk', '#seq': 'seq' },
        values: { ':seq': head.seq },
      },
    );

  const list = async <T>(listing: Listing<T>, limit: number, next: string | undefined): Promise<Page<T>> => {
    const { index, partition, kind, prefix } = listing;
    const range: Range = { index, partition, descending: listing.descending ?? false };
    const after = next === undefined ? undefined : placeIn(next, prefix);
    const keys = indexes[index];
    const found = await items.range(
      {
        ...range,
        ...(prefix === '' ? {} : { prefix }),
        ...(after && { after: { ...headKey(kind, after.id), [keys.partition]: partition, [keys.sort]: after.sort } }),
      },
      // One more than asked for tells whether this is the last page.
      limit + 1,
    );
    const heads = found.slice(0, limit).map(listing.headOf);
    const last = heads.at(-1);
    return found.length > limit && last ? { items: heads, next: cursorOf(listing.placeOf(last)) } : { items: heads };
  };

  return {
    raise: async (head) => {
      await raise('finding', head, {
        registerSort: findingSort(head),
        ...dueAttributes(head.id, head.nextNoticeOn),
        ...openAttributes(head),
      });
    },
    head: async (finding) => {
      const item = await items.get(headKey('finding', finding));
      return item && findingHeadOf(item);
    },
    findings: ({ audit, limit, next }) =>
      list(
        {
          index: 'register',
          partition: lists.finding,
          kind: 'finding',
          prefix: audit === undefined ? '' : ofAudit(audit),
          headOf: findingHeadOf,
          placeOf: (head) => ({ id: head.id, sort: findingSort(head) }),
        },
        limit,
        next,
      ),
    openFindings: ({ limit, next }) =>
      list(
        {
          index: 'open',
          partition: openPartition,
          kind: 'finding',
          prefix: '',
          headOf: findingHeadOf,
          placeOf: (head) => ({ id: head.id, sort: openSort(head) }),
        },
        limit,
        next,
      ),
    raiseAudit: async (head) => {
      await raise('audit', head, { registerSort: auditSort(head) });
    },
    audits: ({ limit, next }) =>
      list(
        {
          index: 'register',
          partition: lists.audit,
          kind: 'audit',
          prefix: '',
          descending: true,
          headOf: auditHeadOf,
          placeOf: (head) => ({ id: head.id, sort: auditSort(head) }),
        },
        limit,
        next,
      ),
    raised: async (mark) => {
      const now = clock.now();
      const since = mark === undefined ? undefined : sinceMark(mark, now);
      const heads = <T>(kind: keyof typeof lists, headOf: (item: StoredItem) => T): Promise<T[]> =>
        items
          .range(
            since
              ? { index: 'raised', partition: lists[kind], from: since.from }
              : { index: 'register', partition: lists[kind] },
          )
          .then((found) => found.map(headOf));
      const [findings, audits] = await Promise.all([heads('finding', findingHeadOf), heads('audit', auditHeadOf)]);
      return { findings, audits, mark: markOf(since?.whole ?? now, now) };
    },
  };
};

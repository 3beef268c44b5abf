import { isDeepStrictEqual } from 'node:util';
import { type IndexName, indexes, tableKeys } from '#adapters/aws/dynamodb/table.ts';
import { type Item, itemSize } from './item-size.ts';

/** Units of one read of so many bytes: steps of 4 KB, at least one; half where it need not be consistent. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** Units of one write of so many bytes: steps of 1 KB, at least one. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));

const sizeOf = (item: Item | undefined): number => (item === undefined ? 0 : itemSize(item));

/** A write is charged by the larger of the item before and after; one whose condition is not met, by the item there. */
export const tableWriteUnits = (before: Item | undefined, after: Item | undefined): number =>
  writeUnits(Math.max(sizeOf(before), sizeOf(after)));

/** The attributes of an item that an index holds. */
export const held = (name: IndexName, item: Item): Item => {
  const { partition, sort, projected } = indexes[name];
  const attributes: readonly string[] = [tableKeys.partition, tableKeys.sort, partition, sort, ...projected];
  return Object.fromEntries(Object.entries(item).filter(([attribute]) => attributes.includes(attribute)));
};

/** The item's entry in an index; `undefined` where it lacks the index's keys. */
const entryOf = (name: IndexName, item: Item | undefined): Item | undefined => {
  const { partition, sort } = indexes[name];
  return item?.[partition] && item[sort] ? held(name, item) : undefined;
};

const sameKeys = (name: IndexName, one: Item, other: Item): boolean => {
  const { partition, sort } = indexes[name];
  return one[partition]?.S === other[partition]?.S && one[sort]?.S === other[sort]?.S;
};

/**
 * What a write costs in an index (Developer Guide, "Write considerations for global secondary indexes"): nothing where
 * the entry stays as it is, one write where it comes, goes or changes, two where it moves to another key.
 */
export const indexWriteUnits = (name: IndexName, before: Item | undefined, after: Item | undefined): number => {
  const [old, fresh] = [entryOf(name, before), entryOf(name, after)];
  if (isDeepStrictEqual(old, fresh)) return 0;
  if (old && fresh && !sameKeys(name, old, fresh)) return writeUnits(itemSize(old)) + writeUnits(itemSize(fresh));
  return writeUnits(Math.max(sizeOf(old), sizeOf(fresh)));
};

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { sum } from '../statistics.ts';

export type Item = Readonly<Record<string, AttributeValue>>;

/** About a byte for two significant digits, and one more; a sign takes another. */
const numberSize = (text: string): number => {
  const [mantissa = ''] = text.toLowerCase().split('e');
  const digits = mantissa.replace(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
};

const text = (value: string): number => Buffer.byteLength(value);

const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return text(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L !== undefined) return 3 + sum(value.L.map((each) => 1 + valueSize(each)));
  if (value.M !== undefined)
    return 3 + sum(Object.entries(value.M).map(([name, each]) => 1 + text(name) + valueSize(each)));
  throw new RangeError(`no item of this table holds a ${Object.keys(value).join()}`);
};

/** Bytes of an item by DynamoDB's rules (Developer Guide, "DynamoDB Item sizes and formats"): names count too. */
export const itemSize = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => text(name) + valueSize(value)));

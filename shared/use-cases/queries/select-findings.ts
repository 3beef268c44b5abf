import type { FindingsQuery, RegisterFilter, Sorting } from '#contracts/register-query.ts';
import { inNaturalOrder } from '#domain/finding/number-order.ts';
import { stages } from '#domain/finding/stage.ts';
import { grades, isOpen, statuses } from '#domain/finding/state.ts';
import type { FindingHead } from '#ports/register.ts';
import { isOverdue } from './view.ts';

/** As people search: capitals do not count, nor does how an accent is encoded. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

interface Prepared {
  /** What words are looked for in. */
  readonly text: string;
  /** Its place among all: audit, then number as people count. */
  readonly place: string;
}
const prepared = new WeakMap<FindingHead, Prepared>();

/** Worked out once for each head, and forgotten with it. */
const prepare = (head: FindingHead): Prepared => {
  const known = prepared.get(head);
  if (known) return known;
  const { id, audit, number, summary, owner, requirements } = head;
  const made = {
    text: folded([number, summary, owner, ...requirements].join('\n')),
    place: `${audit}#${inNaturalOrder(number)}#${id}`,
  };
  prepared.set(head, made);
  return made;
};

/** Whether a finding is among those asked for. */
const matcher = ({ q, audit, grade, status, stage, owner, overdue }: RegisterFilter, today: string) => {
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return (head: FindingHead): boolean =>
    (audit === undefined || head.audit === audit) &&
    (owner === undefined || head.owner === owner) &&
    (grade === undefined || grade.includes(head.grade)) &&
    (stage === undefined || (head.stage !== undefined && stage.includes(head.stage))) &&
    (status === undefined || status.includes(head.status) || (status.includes('open') && isOpen(head))) &&
    (overdue === undefined || isOverdue(head, today) === (overdue === 'true')) &&
    words.every((word) => prepare(head).text.includes(word));
};

/** By what findings are compared; `undefined`: there is none, and it comes last. */
const keys: Readonly<Record<Sorting, (head: FindingHead) => string | number | undefined>> = {
  number: (head) => prepare(head).place,
  grade: ({ grade }) => grades.indexOf(grade),
  // The way of a finding: stage by stage, and within each from hand to hand.
  status: ({ stage, status }) =>
    (stage === undefined ? stages.length : stages.indexOf(stage)) * statuses.length + statuses.indexOf(status),
  due: ({ due }) => due,
  owner: ({ owner }) => owner,
  issuedOn: ({ issuedOn }) => issuedOn,
};

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings in the order asked for; those that are the same in it by audit and number, from the first on both ways. */
const inOrder = (heads: readonly FindingHead[], { sort, order }: RegisterFilter): readonly FindingHead[] => {
  const sign = order === 'asc' ? 1 : -1;
  const keyed = heads.map((head) => ({ head, key: keys[sort](head), place: prepare(head).place }));
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined) || compare(a.place, b.place);
      return sign * compare(a.key, b.key) || compare(a.place, b.place);
    })
    .map(({ head }) => head);
};

/**
 * The findings that are asked for, in the order that is asked for.
 * @param today the organization's civil date: what is due before is overdue
 */
export const selectFindings = (
  heads: readonly FindingHead[],
  filter: RegisterFilter,
  today: string,
): readonly FindingHead[] => inOrder(heads.filter(matcher(filter, today)), filter);

/** One page of a list, counted from 1. */
export const pageOf = <T>(items: readonly T[], { page, size }: Pick<FindingsQuery, 'page' | 'size'>): readonly T[] =>
  items.slice((page - 1) * size, page * size);

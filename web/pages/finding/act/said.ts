import type { ProposedBecause } from '#domain/finding/state.ts';
import type { Speech } from '../../../words/words.tsx';
import type { Asked } from './command-forms.ts';

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d{2}-\d{2}$/.test(text);

interface Words extends Pick<Speech, 'date' | 'words'> {
  readonly proposal: (proposed: ProposedBecause) => string;
  /** The name of a file of the finding. */
  readonly fileName: (id: string) => string;
}

/** What was asked for, and the answer that stands in the form, in words; nothing where it was left blank. */
export const saidTo = (asked: Asked, value: unknown, { date, words, proposal, fileName }: Words): string => {
  const { choices, yes, no } = words.form;
  const choice = (name: string): string => choices[name as keyof typeof choices] ?? name;
  switch (asked.as) {
    case 'yes-or-no':
      return value === undefined ? '' : (value ? yes : no)[asked.name as keyof typeof yes];
    case 'some-of':
      return Array.isArray(value) ? value.map(choice).join(', ') : '';
    case 'proposal':
      return value === undefined ? '' : proposal(value as ProposedBecause);
    default: {
      if (typeof value !== 'string') return '';
      if (asked.as === 'one-of') return choice(value);
      if (asked.as === 'document') return fileName(value);
      return asked.as === 'date' && isDate(value) ? date(value) : value;
    }
  }
};

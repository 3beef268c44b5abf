import { type ComponentType, memo } from 'react';
import type { StageForm } from './stage-form.ts';

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, i) => Object.is(each, others[i]));

/**
 * A part of a stage's form that is drawn anew only where something in it has changed: a form has dozens of fields, and a
 * key stroke changes one.
 * @param shown what of the content stands in this part, or is needed for it; what a change needs of the rest it takes from
 *   what stands there now (`onChange` with a function), for the content it was drawn with may be old
 */
export const partOf = <P extends StageForm<object>>(
  shown: (content: P['content']) => readonly unknown[],
  Part: ComponentType<P>,
) =>
  memo(
    Part,
    ({ content: before, ...given }, { content: now, ...givenNow }) =>
      areSame(shown(before), shown(now)) && areSame(Object.values(given), Object.values(givenNow)),
  );

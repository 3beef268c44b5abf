import { expect, test } from 'vitest';
import { misplaced } from './shown-fields.ts';

const at = (field?: string) => ({ code: 'missing-part', message: 'Add it.', ...(field !== undefined && { field }) });

test('a reason at a field of the form is not said with the whole', () => {
  const reasons = [at('actions[1].dueDate'), at('rootCause.causes[0]'), at('correction.by')];
  expect(misplaced('plan', reasons)).toEqual([]);
});

test('what the form has no field for is', () => {
  const reasons = [at(), at('rootCause.contributing[0].label'), at('actions[1].dueDate')];
  expect(misplaced('plan', reasons)).toEqual(reasons.slice(0, 2));
  expect(misplaced('correction', reasons)).toEqual(reasons);
});

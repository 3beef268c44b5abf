import type { Change } from './changes.ts';
import type { FormCommand } from './command-forms.ts';
import type { Values } from './values.ts';

/** Whether each text of a form stands in what an event carries. */
const carries = (data: unknown, values: Values): boolean => {
  const carried = JSON.stringify(data);
  return Object.values(values).every(
    (value) => typeof value !== 'string' || carried.includes(JSON.stringify(value.trim())),
  );
};

/** Whether what stands in a form was taken already: its answer got lost, or it was sent from elsewhere. */
export const hasArrived = (command: FormCommand, values: Values, changes: readonly Change[], person: string): boolean =>
  changes.some(
    ({ event }) => event.command.name === command && event.actor.person === person && carries(event.data, values),
  );

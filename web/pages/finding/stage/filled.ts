/** Whether there is anything in it: a text that is not blank, a number, a choice. */
const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.keys(value).length > 0 : true;
};

/**
 * A form without what was left blank, however deep: what is absent is asked for by its name. Entries of lists stay, so
 * that the places that reasons name are those that the form shows.
 */
export const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.trim() : value;
  const parts = Object.entries(value).map(([name, part]) => [name, filled(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => isFilled(part)));
};

import { stringify } from 'csv-stringify/sync';
import type { RegisterItem } from '#use-cases/queries/register-list.ts';

const columns = [
  'number',
  'audit',
  'grade',
  'requirements',
  'status',
  'stage',
  'round',
  'cycle',
  'owner',
  'issuedOn',
  'due',
  'overdue',
  'closedOn',
  'decision',
  'decidedOn',
  'decidedBy',
  'decidedVia',
  'transcribedBy',
  'summary',
  'id',
] as const;

/**
 * The register as CSV: UTF-8 with a byte order mark, so that spreadsheets read it right. A cell that a spreadsheet would
 * take for a formula is defused (OWASP: CSV injection).
 */
export const registerCsv = (items: readonly RegisterItem[]): string =>
  stringify(
    items.map(({ decision, requirements, ...item }) => ({
      ...item,
      requirements: requirements.join('; '),
      ...(decision && {
        decision: `${decision.stage} ${decision.outcome}`,
        decidedOn: decision.on,
        decidedBy: decision.by,
        decidedVia: decision.via,
        transcribedBy: decision.transcribedBy,
      }),
    })),
    {
      header: true,
      columns: [...columns],
      bom: true,
      escape_formulas: true,
      cast: { boolean: (value) => (value ? 'yes' : 'no') },
    },
  );

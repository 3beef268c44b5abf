import type { AuditFacts } from '#domain/audit/state.ts';
import { filled } from '../finding/stage/filled.ts';

export const dateNames = [
  'firstDay',
  'lastDay',
  'closingMeeting',
  'reportIssued',
  'reportReceived',
  'nextAudit',
  'certificateExpires',
] as const satisfies readonly (keyof AuditFacts['dates'])[];
export type DateName = (typeof dateNames)[number];

const textNames = ['title', 'objective', 'scope', 'criteria'] as const satisfies readonly (keyof AuditFacts)[];

/** The facts of an audit as a form has them, each by itself: what somebody else changes elsewhere can then be seen. */
export type AuditFields = Readonly<Record<DateName | (typeof textNames)[number], string>> & {
  readonly kind: AuditFacts['kind'] | '';
  readonly team: AuditFacts['team'];
};

const allBlank = Object.fromEntries([...dateNames, ...textNames].map((name) => [name, ''])) as Readonly<
  Record<DateName | (typeof textNames)[number], string>
>;

export const fieldsOf = ({ kind, team, dates, ...texts }: AuditFacts): AuditFields => ({
  ...allBlank,
  ...(filled({ ...texts, ...dates }) as Partial<typeof allBlank>),
  kind,
  team,
});

/** A form with nothing in it but the one who leads, whom every audit has. */
export const noFields = (lead: string): AuditFields => ({
  ...allBlank,
  kind: '',
  team: [{ person: lead, role: 'lead-auditor' }],
});

/** What the API is given of a form; blank dates and texts are left out. */
export const bodyOf = (fields: AuditFields): object => {
  const { kind, title, objective, scope, criteria, team, ...dates } = fields;
  return {
    ...(filled({ kind, title, objective, scope, criteria, team }) as object),
    dates: filled(Object.fromEntries(dateNames.map((name) => [name, dates[name]]))),
  };
};

import type { Role } from '../people/person.ts';
import type { Refusal } from '../result.ts';
import type { AuditFacts } from './state.ts';

/** Roles of a person by the directory; `undefined` for a person it does not know. */
export type RolesOf = (person: string) => readonly Role[] | undefined;

type FactsRule = (facts: AuditFacts, rolesOf: RolesOf) => Refusal[];

/** The dates of an audit in the order that they must have, each as one speaks of it. */
export const datesInOrder = {
  firstDay: 'the first day',
  lastDay: 'the last day',
  closingMeeting: 'the closing meeting',
  reportIssued: 'the issue of the report',
  reportReceived: 'the receipt of the report',
  nextAudit: 'the next audit',
} as const;
const order = Object.keys(datesInOrder) as (keyof typeof datesInOrder)[];
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Two of these may be the same day: the closing meeting is often held on the last one. */
const inOrder: FactsRule = ({ dates }) => {
  const given = order.flatMap((name) => (dates[name] === undefined ? [] : [{ name, date: dates[name] }]));
  return given.flatMap(({ name, date }, i) => {
    const before = given[i - 1];
    return before && date < before.date
      ? [
          {
            code: 'dates-out-of-order',
            message: `${capital(datesInOrder[name])} lies before ${datesInOrder[before.name]}.`,
            field: `dates.${name}`,
          },
        ]
      : [];
  });
};

const ledByOne: FactsRule = ({ team }) =>
  team.filter((member) => member.role === 'lead-auditor').length === 1
    ? []
    : [{ code: 'one-lead-auditor', message: 'An audit has exactly one lead auditor.', field: 'team' }];

const eachOnce: FactsRule = ({ team }) =>
  team.flatMap(({ person }, i) =>
    team.findIndex((member) => member.person === person) === i
      ? []
      : [{ code: 'person-twice', message: `${person} is on the team twice.`, field: `team[${i}].person` }],
  );

/** The decision-maker is never an auditor of the same audit, and who leads one holds that role. */
const knownTeam: FactsRule = ({ team }, rolesOf) =>
  team.flatMap(({ person, role }, i): Refusal[] => {
    const held = rolesOf(person);
    const field = `team[${i}].person`;
    if (!held) return [{ code: 'unknown-person', message: `${person} is not in the directory.`, field }];
    if (held.includes('decision-maker'))
      return [{ code: 'decision-maker-on-team', message: 'A decision-maker is not on the team of an audit.', field }];
    return role === 'lead-auditor' && !held.includes(role)
      ? [{ code: 'not-a-lead-auditor', message: `${person} does not hold the role lead-auditor.`, field }]
      : [];
  });

const rules: readonly FactsRule[] = [inOrder, ledByOne, eachOnce, knownTeam];

/** Everything that is wrong with the facts of an audit: its dates and its team. */
export const refusedFacts = (facts: AuditFacts, rolesOf: RolesOf): readonly Refusal[] =>
  rules.flatMap((rule) => rule(facts, rolesOf));

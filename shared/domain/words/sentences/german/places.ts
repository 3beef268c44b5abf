import { datesInOrder } from '../../../audit/facts.ts';
import { dayIn } from '../../dates.ts';
import * as names from '../../de-names.ts';
import * as terms from '../../de-terms.ts';
import { type Places, translator } from '../translator.ts';
import { caps, dueSteps, origins } from './due-steps.ts';

/* How what stands in a place is said in German. */

const isDate = /^\d{4}-\d{2}-\d{2}$/;
const day = dayIn('de-DE');
/** A civil date; what only looks like one stays as it is. */
const date = (text: string): string =>
  isDate.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? day(text) : text;

type Words = Readonly<Record<string, string>>;
const oneOf =
  (words: Words) =>
  (text: string): string =>
    Object.hasOwn(words, text) ? (words[text] ?? text) : text;
const quoted = (text: string): string => `„${text}“`;
const each = (separator: string, say: (text: string) => string) => (text: string) =>
  text.split(separator).map(say).join(', ');

const weekdays: Words = { Mon: 'Mo.', Tue: 'Di.', Wed: 'Mi.', Thu: 'Do.', Fri: 'Fr.', Sat: 'Sa.', Sun: 'So.' };
/** `Mon 2026-03-09` */
const weekday = (text: string): string => {
  const [name = '', civil] = text.split(' ');
  return civil === undefined ? text : `${oneOf(weekdays)(name)} ${date(civil)}`;
};

const units: Words = {
  day: 'Tag',
  days: 'Tage',
  'working day': 'Arbeitstag',
  'working days': 'Arbeitstage',
  month: 'Monat',
  months: 'Monate',
};
/** `30 working days` */
const span = (text: string): string => text.replace(/[a-z].*$/, (unit) => oneOf(units)(unit));

/** The kinds of values that zod knows, as far as people may give one. */
const kinds: Words = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'Ja oder Nein',
  array: 'eine Liste',
  object: 'ein Satz von Angaben',
  record: 'ein Satz von Angaben',
  date: 'ein Datum',
  null: 'nichts',
  NaN: 'keine Zahl',
};

const packs: Words = { waiting: 'wartet', building: 'wird erstellt', ready: 'bereit', failed: 'fehlgeschlagen' };
const standings: Words = { ...terms.evidence, held: 'zurückgehalten' };
const command = (text: string): string => quoted(oneOf(names.commands)(text));
const status = (text: string): string => quoted(oneOf(names.statuses)(text));
const importStatus = (text: string): string => quoted(oneOf({ ...names.importStatuses, none: 'neu' })(text));

const stepPlaces: Places = {
  date,
  day: weekday,
  days: each(', ', weekday),
  span,
  origin: oneOf(origins),
  cap: oneOf(caps),
};
const step = translator(dueSteps, stepPlaces);

/** The dates of an audit, as `refusedFacts` speaks of them. */
const auditDates = new Map(
  Object.entries(datesInOrder).map(([name, english]) => [english as string, oneOf(names.auditDates)(name)]),
);
const auditDate = (text: string): string => auditDates.get(text.replace(/^T/, 't')) ?? text;

/** By the names of places. `sentence` is a place too, for what is a sentence of its own. */
export const places: Places = {
  date,
  command,
  status,
  statuses: each(', ', (text) => (text === 'none' ? quoted('noch nicht angelegt') : status(text))),
  stage: (text) => quoted(oneOf(terms.stages)(text)),
  grade: oneOf(terms.grades),
  role: oneOf(names.roles),
  roles: each(', ', oneOf(names.roles)),
  cap: oneOf(caps),
  steps: (text) =>
    text
      .split('; ')
      .map((piece) => step(piece) ?? piece)
      .join('; '),
  purpose: (text) => quoted(oneOf(terms.purposes)(text)),
  standing: oneOf(standings),
  pack: (text) => quoted(oneOf(packs)(text)),
  auditcommand: (text) => quoted(oneOf(names.auditCommands)(text)),
  auditdate: auditDate,
  import: importStatus,
  imports: each(' or ', importStatus),
  kind: oneOf(kinds),
  options: (text) => text.replaceAll('|', ', ').replaceAll(/"([^"]*)"/g, '„$1“'),
  value: (text) => text.replaceAll('"', ''),
  list: (text) => text.split(', ').map(quoted).join(', '),
  endings: (text) => text.replaceAll(' or ', ' oder '),
  quoted: (text) => text.replace(/^"(.*)"$/s, '„$1“'),
  headers: (text) => text.replaceAll(/"([^"]*)"/g, '„$1“'),
  container: (text) => (text === 'The file' ? 'Die Datei' : text.replace(/^“(.*)” in the file$/s, '„$1“ in der Datei')),
  entry: (text) => text.replace(/^“(.*)”$/s, '„$1“'),
  row: (text) => text.replace(/^Row /, 'Zeile '),
  rows: (text) => text.replaceAll(/\brow (\d+)/g, 'Zeile $1').replaceAll(/\(as "([^"]*)"\)/g, '(als „$1“)'),
  scanner: (text) => (text === 'built-in check' ? 'Die eingebaute Prüfung' : text),
};

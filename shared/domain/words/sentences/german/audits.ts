import type { Catalogue } from '../translator.ts';

/** Why a command on an audit, its report or a pack was not taken. */
export const audits: Catalogue = {
  'There is no such audit.': 'Dieses Audit gibt es nicht.',
  'An audit with this id exists already.': 'Ein Audit mit diesem Kurznamen gibt es schon.',
  '{auditcommand} needs an import that is {imports}; this one is {import}.':
    '{auditcommand} ist nur möglich, wenn der Import im Status {imports} ist. Status dieses Imports: {import}.',
  '{auditcommand} is for {roles}; you are none of these.':
    '{auditcommand} ist diesen Rollen vorbehalten: {roles}. Sie haben keine davon.',
  '{auditdate} lies before {auditdate2}.': 'Dieser Termin ({auditdate}) liegt vor einem früheren ({auditdate2}).',
  'An audit has exactly one lead auditor.': 'Ein Audit hat genau eine Auditleitung.',
  '{person} is on the team twice.': '{person} ist doppelt im Team.',
  '{person} is not in the directory.': '{person} steht nicht im Personenverzeichnis.',
  '{person} is not in the people directory. Add the person first.':
    '{person} steht nicht im Personenverzeichnis. Nehmen Sie die Person zuerst auf.',
  'A decision-maker is not on the team of an audit.': 'Ein Entscheider gehört keinem Auditteam an.',
  '{person} does not hold the role lead-auditor.': '{person} hat die Rolle Auditleitung nicht.',
  'Use 2 to 30 lower-case letters, digits and dashes: 2026-stage-2.':
    'Verwenden Sie 2 bis 30 Kleinbuchstaben, Ziffern und Striche: 2026-stage-2.',
  'The reports of an audit are for the ISMS manager and for its own lead auditor.':
    'Die Berichte eines Audits sind dem ISMS-Manager und der Leitung dieses Audits vorbehalten.',
  'There is no such import.': 'Diesen Import gibt es nicht.',
  'This import is {import}: there is nothing to confirm yet.':
    'Es gibt noch nichts zu bestätigen. Status dieses Imports: {import}.',
  'The import stopped: {task} failed with {text}. Import the report again; what was issued stays.':
    'Der Import ist stehen geblieben: {task} schlug fehl ({text}). Importieren Sie den Bericht noch einmal; was angelegt wurde, bleibt.',
  'There is no such pack here.': 'Dieses Nachweispaket gibt es hier nicht.',
  'This pack is {pack}: wait until it is ready.':
    'Dieses Nachweispaket ist noch nicht fertig (Status: {pack}). Warten Sie, bis es bereit ist.',
  'This pack is {pack}: {sentence}': 'Dieses Nachweispaket hat den Status {pack}: {sentence}',
  'It was begun {count} times and did not come to its end. Ask for it again; the log says what went wrong.':
    'Es wurde {count}-mal begonnen und nicht fertig. Fordern Sie es noch einmal an; was schiefging, steht im Systemprotokoll.',
};

import type { Words } from './en.ts';

/*
 * Why a submission is incomplete, in German: the record says it in English. Where and what follow from the field and the
 * code; where the record names more than these, its sentence is added.
 */

/** The parts of a field's path, such as `actions[1].dueDate`. */
const parts: Readonly<Record<string, string>> = {
  actions: 'Maßnahmen',
  approvedBy: 'Freigabe des Plans',
  by: 'Wer',
  causes: 'Ursachen',
  consequences: 'Umgang mit den Folgen',
  contributing: 'Beitragende Ursachen',
  correctedOn: 'Datum der Korrektur',
  correction: 'Korrektur (was, wer, bis wann)',
  criterion: 'Kriterium',
  dependsOn: 'Abhängigkeiten',
  description: 'Beschreibung',
  doneOn: 'Datum der Umsetzung',
  dueDate: 'Fälligkeit',
  effectiveness: 'Wirksamkeitsprüfung',
  evidence: 'Nachweise',
  extent: 'Umfang der Korrektur',
  ismsChanges: 'Änderungen am ISMS',
  label: 'Kurzname',
  method: 'Methode',
  proof: 'Beleg der Korrektur',
  removes: 'Beseitigte Ursachen',
  requirement: 'Betroffene Anforderung',
  responsible: 'Verantwortliche Person',
  result: 'Ergebnis',
  riskAndImpact: 'Risiken und Auswirkungen der Änderung',
  rootCause: 'Ursachenanalyse',
  sample: 'Stichprobe oder Beobachtungszeitraum',
  similar: 'Suche nach ähnlichen Nichtkonformitäten',
  statement: 'Kurze Darlegung',
  successMeasure: 'Woran der Erfolg zu erkennen ist',
  what: 'Was gefunden wurde',
  which: 'Welche Fälle',
};

interface Lack {
  readonly text: string;
  /** The record's sentence names more than code and field do. */
  readonly more?: true;
}

const lacks: Readonly<Record<string, Lack>> = {
  'missing-part': { text: 'Die Angabe fehlt.' },
  'future-date': { text: 'Das Datum liegt in der Zukunft; eingereicht werden kann nur, was erledigt ist.' },
  'label-used-twice': { text: 'Ein Kurzname ist doppelt vergeben; jeder muss eindeutig sein.', more: true },
  'action-after-deadline': { text: 'Der Termin liegt nach dem Fälligkeitsdatum der Stufe.', more: true },
  'action-cycle': { text: 'Maßnahmen warten gegenseitig aufeinander.', more: true },
  'action-left-out': { text: 'Eine Maßnahme des angenommenen Plans fehlt.', more: true },
  'unknown-action': { text: 'Diese Maßnahme kommt im Plan nicht vor.', more: true },
  'unknown-cause': { text: 'Diese Ursache kommt im Plan nicht vor.', more: true },
  'cause-left-out': {
    text: 'Für eine Ursache des angenommenen Plans ist nicht dargelegt, dass sie beseitigt ist.',
    more: true,
  },
  'cause-not-removed': { text: 'Keine Maßnahme beseitigt diese Ursache.', more: true },
  'cause-repeats-statement': {
    text: 'Die Ursache wiederholt nur die Nichtkonformität; legen Sie dar, wie es dazu kam.',
    more: true,
  },
  'evidence-missing': { text: 'Diese Datei wurde zu dieser Feststellung nicht hochgeladen. Laden Sie sie hoch.' },
  'evidence-checking': { text: 'Diese Datei wird noch geprüft. Versuchen Sie es wieder, sobald sie registriert ist.' },
  'evidence-held': {
    text: 'Diese Datei ist zurückgehalten. Laden Sie eine hoch, die sich auf Schadsoftware prüfen lässt.',
    more: true,
  },
  'evidence-quarantined': { text: 'Diese Datei wurde abgelehnt. Laden Sie die richtige hoch.', more: true },
  'evidence-hash-differs': { text: 'Die angegebene Prüfsumme ist nicht die dieser Datei.', more: true },
};

/** `actions[1].dueDate` as `Maßnahmen, Nr. 2, Fälligkeit`. */
const placeOf = (field: string): string =>
  field
    .split('.')
    .map((part) => {
      const [name = part, index] = part.replace(']', '').split('[');
      const word = parts[name] ?? name;
      return index === undefined ? word : `${word}, Nr. ${Number(index) + 1}`;
    })
    .join(', ');

/** One reason why a submission is incomplete. A code without words of its own is said as the record has it. */
export const lacksInGerman: Words['change']['lacks'] = ({ code, field, message }) => {
  const place = field === undefined ? '' : `${placeOf(field)}: `;
  const lack = lacks[code];
  if (!lack) return `${place}${message}`;
  return `${place}${lack.text}${lack.more ? ` (Im Protokoll: „${message}“)` : ''}`;
};

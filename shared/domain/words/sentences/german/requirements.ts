import type { Catalogue } from '../translator.ts';

/** Why a requirement cannot be read. */
export const requirements: Catalogue = {
  'ISO/IEC 27001:2022 has clauses 4 to 10 and, in Annex A, controls {controls}.':
    'ISO/IEC 27001:2022 hat die Abschnitte 4 bis 10 und in Anhang A die Maßnahmen {controls}.',
  '{sentence} A requirement of another framework needs its name in front.':
    '{sentence} Stellen Sie einer Anforderung aus einem anderen Regelwerk dessen Namen voran.',
  '"{text}" is numbering of the 2013 edition, which is no longer in force: name the control of the 2022 edition. {sentence}':
    '„{text}“ ist eine Nummer der Ausgabe 2013, die nicht mehr gilt: Nennen Sie die Maßnahme der Ausgabe 2022. {sentence}',
  '"{text}" is a whole theme of Annex A: name the control, A.{theme}.1 to A.{theme2}.{last}.':
    '„{text}“ ist ein ganzes Themengebiet von Anhang A: Nennen Sie die Maßnahme, A.{theme}.1 bis A.{theme2}.{last}.',
  'There is no control "{text}". {sentence}': 'Eine Maßnahme „{text}“ gibt es nicht. {sentence}',
  'There is no clause "{text}". {sentence}': 'Einen Abschnitt „{text}“ gibt es nicht. {sentence}',
  'There is no clause "{text}". If the control of Annex A is meant, write {control}. {sentence}':
    'Einen Abschnitt „{text}“ gibt es nicht. Ist die Maßnahme aus Anhang A gemeint, schreiben Sie {control}. {sentence}',
  'There is no clause "{text}". Clause {clause} has {first} to {last}. {sentence}':
    'Einen Abschnitt „{text}“ gibt es nicht. Abschnitt {clause} hat {first} bis {last}. {sentence}',
  '"{text}" is no clause; A.{number} was a control of the 2013 edition, which is no longer in force. {sentence}':
    '„{text}“ ist kein Abschnitt; A.{number} war eine Maßnahme der Ausgabe 2013, die nicht mehr gilt. {sentence}',
  'The range "{text}" cannot be read: list the requirements one by one.':
    'Der Bereich „{text}“ ist nicht lesbar: Führen Sie die Anforderungen einzeln auf.',
  'Clause {clause} has no lettered items: leave out "{text}".':
    'Abschnitt {clause} hat keine Punkte mit Buchstaben: Lassen Sie „{text}“ weg.',
  '"{text}" names the {year} edition of ISO/IEC 27001, which is no longer in force: name the requirement of the 2022 edition.':
    '„{text}“ nennt die Ausgabe {year} von ISO/IEC 27001, die nicht mehr gilt: Nennen Sie die Anforderung der Ausgabe 2022.',
  '"{text}" names no control. {sentence}': '„{text}“ nennt keine Maßnahme. {sentence}',
  '"{text}" names the standard but no clause or control of it that can be read. {sentence}':
    '„{text}“ nennt die Norm, aber keinen lesbaren Abschnitt und keine lesbare Maßnahme daraus. {sentence}',
  'More than {count} characters: give the number of the requirement here, and its text in the statement.':
    'Mehr als {count} Zeichen: Nennen Sie hier die Nummer der Anforderung und ihren Text in der Beschreibung.',
  'The finding names {count} requirements; {number} is the most.':
    'Die Feststellung nennt {count} Anforderungen; höchstens {number} sind möglich.',
};

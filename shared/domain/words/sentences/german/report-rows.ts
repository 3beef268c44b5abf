import type { Catalogue } from '../translator.ts';

/** Why a row of an audit report is refused, what was assumed in reading it, and what it still lacks. */
export const reportRows: Catalogue = {
  'a formula without its result': 'eine Formel ohne Ergebnis',
  'The cell holds {sentence} in place of a value: mend it in the spreadsheet.':
    'Die Zelle enthält {sentence} statt eines Wertes: Berichtigen Sie das in der Tabelle.',
  'The spreadsheet has turned the cell into the date {date}: format the column as text and enter it again.':
    'Die Tabellenkalkulation hat aus der Zelle das Datum {date} gemacht: Formatieren Sie die Spalte als Text und geben Sie den Wert neu ein.',
  'The text has {count} characters; {number} is the most.':
    'Der Text hat {count} Zeichen; höchstens {number} sind möglich.',
  '"{text}" does not say whether major or minor.': '„{text}“ sagt nicht, ob wesentlich oder untergeordnet.',
  '"{text}" is no grade: write Major, Minor or OFI (opportunity for improvement).':
    '„{text}“ ist keine Einstufung: Schreiben Sie Major (wesentlich), Minor (untergeordnet) oder OFI (Verbesserungsmöglichkeit).',
  'Of several addresses {person} was taken as the owner.':
    'Von mehreren Adressen wurde {person} als verantwortliche Person übernommen.',
  'The finding has neither title nor description.': 'Die Feststellung hat weder Titel noch Beschreibung.',
  '"{text}" is a part of the control {control}.': '„{text}“ ist ein Teil der Maßnahme {control}.',
  'The observations are longer than {count} characters and were cut.':
    'Die Beobachtungen sind länger als {count} Zeichen und wurden gekürzt.',
  '"{text}" is not a date: write it as 2026-03-31, 31.03.2026 or 31 March 2026.':
    '„{text}“ ist kein Datum: Schreiben Sie es wie 31.03.2026, 2026-03-31 oder 31. März 2026.',
  '"{text}" is not a date: write it as 2026-03-31, 31.03.2026 or 31 March 2026. It is a plain number: give the cell a date format.':
    '„{text}“ ist kein Datum: Schreiben Sie es wie 31.03.2026, 2026-03-31 oder 31. März 2026. Es ist eine bloße Zahl: Geben Sie der Zelle ein Datumsformat.',
  '"{text}" is not in the calendar.': '„{text}“ gibt es im Kalender nicht.',
  '"{text}" is not in the calendar. Dates are read with the day first.':
    '„{text}“ gibt es im Kalender nicht. Daten werden mit dem Tag zuerst gelesen.',
  '"{text}" lies before the year 2000.': '„{text}“ liegt vor dem Jahr 2000.',
  '"{text}" lies in the future: today is {date}.': '„{text}“ liegt in der Zukunft: Heute ist der {date}.',
  'The report gives no number: called {number} after its row.':
    'Der Bericht nennt keine Nummer: nach der Zeile {number} genannt.',
  '"{text}" has no letter or figure a-z, 0-9: called {number} after its row.':
    '„{text}“ enthält keinen Buchstaben a-z und keine Ziffer 0-9: nach der Zeile {number} genannt.',
  'The number "{text}" is used again in {rows}: give each finding its own.':
    'Die Nummer „{text}“ kommt noch einmal vor, in {rows}: Geben Sie jeder Feststellung eine eigene.',
  'The number "{text}" is used again in {rows} and more: give each finding its own.':
    'Die Nummer „{text}“ kommt noch einmal vor, in {rows} und weiteren: Geben Sie jeder Feststellung eine eigene.',
  'The finding {number} stands again in place {places}.':
    'Die Feststellung {number} steht noch einmal an der Stelle {places}.',
  'The report has a header but no row below it.': 'Der Bericht hat eine Kopfzeile, aber keine Zeile darunter.',
  'The assessment results hold no finding whose target is not satisfied.':
    'Die Assessment Results enthalten keine Feststellung, deren Ziel nicht erfüllt ist.',
  'The report has {count} rows; {number} is the most. Split the file, or remove what are no findings.':
    'Der Bericht hat {count} Zeilen; höchstens {number} sind möglich. Teilen Sie die Datei auf, oder entfernen Sie, was keine Feststellung ist.',
  'There is no statement of what was not fulfilled.': 'Es fehlt die Beschreibung dessen, was nicht erfüllt war.',
  'No header row was recognised in the first {count} rows. Looked for a row of headers such as "Finding no.", "Grade", "Requirement", "Statement of nonconformity", "Objective evidence", "Raised on", in English or German.':
    'In den ersten {count} Zeilen wurde keine Kopfzeile erkannt. Gesucht wurde eine Zeile mit Überschriften wie „Nr.“, „Einstufung“, „Anforderung“, „Beschreibung der Abweichung“, „Objektiver Nachweis“, „Festgestellt am“, deutsch oder englisch.',
  'No header row was recognised in the first {count} rows. Looked for a row of headers such as "Finding no.", "Grade", "Requirement", "Statement of nonconformity", "Objective evidence", "Raised on", in English or German. Row {number} has {headers}, but a column with the statement, and one more that is known, must be there.':
    'In den ersten {count} Zeilen wurde keine Kopfzeile erkannt. Gesucht wurde eine Zeile mit Überschriften wie „Nr.“, „Einstufung“, „Anforderung“, „Beschreibung der Abweichung“, „Objektiver Nachweis“, „Festgestellt am“, deutsch oder englisch. Zeile {number} hat {headers}; nötig sind eine Spalte mit der Beschreibung und eine weitere bekannte.',
  '{row} lacks the grade: major, minor or ofi.':
    '{row}: Es fehlt die Einstufung (wesentlich, untergeordnet oder Verbesserungsmöglichkeit).',
  "{row} lacks the owner's e-mail address.": '{row}: Es fehlt die E-Mail-Adresse der verantwortlichen Person.',
  '{row} lacks the requirement that is not fulfilled.': '{row}: Es fehlt die Anforderung, die nicht erfüllt ist.',
  'The report has no row {number}.': 'Der Bericht hat keine Zeile {number}.',
  'Every row is refused or left out: there is nothing to issue.':
    'Jede Zeile ist abgelehnt oder ausgelassen: Es gibt nichts anzulegen.',
  'Too much text for one import. Split the report.': 'Zu viel Text für einen Import. Teilen Sie den Bericht auf.',
  'The rows hold too much text for one import. Split the report.':
    'Die Zeilen enthalten zu viel Text für einen Import. Teilen Sie den Bericht auf.',
  '{number} was issued in this audit already. Take the row out, or give the finding its own number.':
    '{number} wurde in diesem Audit bereits angelegt. Nehmen Sie die Zeile heraus, oder geben Sie der Feststellung eine eigene Nummer.',
  '{number} was issued in this audit already. Give this finding a number of its own.':
    '{number} wurde in diesem Audit bereits angelegt. Geben Sie dieser Feststellung eine eigene Nummer.',
  '{number}: {sentence}': '{number}: {sentence}',
};

import type { Catalogue } from '../translator.ts';

/** Why the file of an audit report cannot be read. */
export const reportFiles: Catalogue = {
  'A row is longer than {count} 000 characters. Mostly a quotation mark is opened in it and not closed: save the file again from the spreadsheet.':
    'Eine Zeile ist länger als {count} 000 Zeichen. Meist ist darin ein Anführungszeichen geöffnet und nicht geschlossen: Speichern Sie die Datei aus der Tabellenkalkulation neu.',
  'A quotation mark is opened and not closed, so that the rows after it cannot be told apart: save the file again from the spreadsheet.':
    'Ein Anführungszeichen ist geöffnet und nicht geschlossen, sodass sich die Zeilen danach nicht trennen lassen: Speichern Sie die Datei aus der Tabellenkalkulation neu.',
  'The text cannot be read as a table: {text}.': 'Der Text ist nicht als Tabelle lesbar: {text}.',
  'The file has more than {count} rows: remove what does not belong to the findings, or split the file.':
    'Die Datei hat mehr als {count} Zeilen: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'The file has {size} MB, and 10 MB is the most: remove what does not belong to the findings, or split the file.':
    'Die Datei hat {size} MB, höchstens 10 MB sind möglich: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'The sheet has more than {count} rows, or more than {number} cells: remove what does not belong to the findings, or split the file.':
    'Das Tabellenblatt hat mehr als {count} Zeilen oder mehr als {number} Zellen: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'The sheet has cells beyond what a spreadsheet can have: remove what does not belong to the findings, or split the file.':
    'Das Tabellenblatt hat Zellen, wo keine sein können: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'Unpacked, the workbook has more than {size} MB: remove what does not belong to the findings, or split the file.':
    'Ausgepackt hat die Arbeitsmappe mehr als {size} MB: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'The workbook holds too much text: remove what does not belong to the findings, or split the file.':
    'Die Arbeitsmappe enthält zu viel Text: Entfernen Sie, was nicht zu den Feststellungen gehört, oder teilen Sie die Datei auf.',
  'This OSCAL document is a plan of action and milestones; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist ein Maßnahmenplan (Plan of Action and Milestones); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is a system security plan; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist ein Sicherheitskonzept (System Security Plan); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is an assessment plan; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist ein Prüfplan (Assessment Plan); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is a component definition; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist eine Komponentenbeschreibung (Component Definition); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is a mapping collection; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist eine Zuordnung (Mapping Collection); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is a catalog of controls; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist ein Katalog von Maßnahmen (Catalog); Feststellungen werden aus Assessment Results gelesen.',
  'This OSCAL document is a profile of controls; findings are read from assessment results.':
    'Dieses OSCAL-Dokument ist eine Auswahl von Maßnahmen (Profile); Feststellungen werden aus Assessment Results gelesen.',
  'The JSON is nested more than {count} levels deep.': 'Das JSON ist mehr als {count} Ebenen tief verschachtelt.',
  'The file looks like JSON but is damaged: export it again.':
    'Die Datei sieht aus wie JSON, ist aber beschädigt: Exportieren Sie sie neu.',
  'The file is JSON but no OSCAL assessment results: its outermost key must be "assessment-results".':
    'Die Datei ist JSON, enthält aber keine OSCAL Assessment Results: Der äußerste Schlüssel muss "assessment-results" sein.',
  'The OSCAL assessment results are not as OSCAL describes them: {issues}.':
    'Die OSCAL Assessment Results sind nicht so, wie OSCAL sie beschreibt: {issues}.',
  'A report is a table (.csv or .xlsx) or OSCAL assessment results in JSON.':
    'Ein Bericht ist eine Tabelle (.csv oder .xlsx) oder OSCAL Assessment Results in JSON.',
  '{quoted} is a PDF: ask for the list of findings as a spreadsheet, or copy it into one. {sentence}':
    '{quoted} ist ein PDF: Bitten Sie um die Liste der Feststellungen als Tabelle, oder kopieren Sie sie in eine. {sentence}',
  '{quoted} is a rich text document: copy its table into a spreadsheet. {sentence}':
    '{quoted} ist ein RTF-Dokument: Kopieren Sie die Tabelle darin in eine Tabellenkalkulation. {sentence}',
  '{quoted} is XML: OSCAL is read in its JSON form. {sentence}':
    '{quoted} ist XML: OSCAL wird als JSON gelesen. {sentence}',
  '{quoted} is a web page: open it in a spreadsheet and save it as .xlsx or .csv. {sentence}':
    '{quoted} ist eine Webseite: Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als .xlsx oder .csv. {sentence}',
  '{quoted} is YAML: OSCAL is read in its JSON form. {sentence}':
    '{quoted} ist YAML: OSCAL wird als JSON gelesen. {sentence}',
  '{quoted} is neither text nor a workbook. {sentence}': '{quoted} ist weder Text noch eine Arbeitsmappe. {sentence}',
  '{quoted} is of the type {type}. {sentence}': '{quoted} ist vom Typ {type}. {sentence}',
  '{quoted} is empty. {sentence}': '{quoted} ist leer. {sentence}',
  '{quoted} is an old .xls workbook, or one with a password: save it as .xlsx without a password.':
    '{quoted} ist eine alte .xls-Arbeitsmappe oder mit einem Passwort geschützt: Speichern Sie sie als .xlsx ohne Passwort.',
  'The workbook is damaged: open it in a spreadsheet and save it again.':
    'Die Arbeitsmappe ist beschädigt: Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie neu.',
  'The file is a binary workbook (.xlsb): save it as .xlsx.':
    'Die Datei ist eine binäre Arbeitsmappe (.xlsb): Speichern Sie sie als .xlsx.',
  'The file is a Word document: copy its table into a spreadsheet, and save it as .xlsx or .csv.':
    'Die Datei ist ein Word-Dokument: Kopieren Sie die Tabelle darin in eine Tabellenkalkulation und speichern Sie sie als .xlsx oder .csv.',
  'The file is a presentation: findings are read from .xlsx, .csv or OSCAL.':
    'Die Datei ist eine Präsentation: Feststellungen werden aus .xlsx, .csv oder OSCAL gelesen.',
  'The file is an OpenDocument file: save it as .xlsx or .csv.':
    'Die Datei ist eine OpenDocument-Datei: Speichern Sie sie als .xlsx oder .csv.',
  'The file is a Numbers document: export it as .xlsx or .csv.':
    'Die Datei ist ein Numbers-Dokument: Exportieren Sie es als .xlsx oder .csv.',
  'The file is a ZIP archive without a workbook in it: upload the report itself.':
    'Die Datei ist ein ZIP-Archiv ohne Arbeitsmappe darin: Laden Sie den Bericht selbst hoch.',
  'The sheet of the workbook cannot be read: open it in a spreadsheet and save it again.':
    'Das Tabellenblatt der Arbeitsmappe ist nicht lesbar: Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie neu.',
  'The workbook has no visible sheet.': 'Die Arbeitsmappe hat kein sichtbares Tabellenblatt.',
  'A report is read from CSV, XLSX or OSCAL JSON. Export the list of findings as one of these.':
    'Ein Bericht wird aus CSV, XLSX oder OSCAL-JSON gelesen. Exportieren Sie die Liste der Feststellungen in einem dieser Formate.',
  'A report is at most 10 MB. Upload the list of findings alone.':
    'Ein Bericht hat höchstens 10 MB. Laden Sie nur die Liste der Feststellungen hoch.',
};

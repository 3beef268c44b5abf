import type { Catalogue } from '../translator.ts';

/** Why a file is no evidence, or not yet; and what scanners say. */
export const evidence: Catalogue = {
  'No such file was uploaded for this finding. Upload it.':
    'Diese Datei wurde zu dieser Feststellung nicht hochgeladen. Laden Sie sie hoch.',
  'The hash given is not that of {file}.': 'Die angegebene Prüfsumme ist nicht die von {file}.',
  '{file} has not been uploaded yet. Upload it, or ask for a new upload.':
    '{file} wurde noch nicht hochgeladen. Laden Sie die Datei hoch, oder beginnen Sie neu.',
  '{file} is still being checked. Try again once it is registered.':
    '{file} wird noch geprüft. Versuchen Sie es wieder, sobald die Datei als Nachweis gilt.',
  '{file} is held: it could not be scanned. Upload one that can be scanned.':
    '{file} wird zurückgehalten: Die Datei ließ sich nicht auf Schadsoftware prüfen. Laden Sie eine hoch, die sich prüfen lässt.',
  '{file} is held: {sentence} Upload one that can be scanned.':
    '{file} wird zurückgehalten: {sentence} Laden Sie eine Datei hoch, die sich prüfen lässt.',
  '{file} was refused: no reason was given. Upload the right file.':
    '{file} wurde abgelehnt; ein Grund wurde nicht genannt. Laden Sie die richtige Datei hoch.',
  '{file} was refused: {sentence} Upload the right file.':
    '{file} wurde abgelehnt: {sentence} Laden Sie die richtige Datei hoch.',
  'The SHA-256 of the file is not the one declared.': 'Die Prüfsumme (SHA-256) der Datei ist nicht die angegebene.',
  '{count} bytes were declared, {number} arrived.': 'Angegeben waren {count} Bytes, angekommen sind {number}.',
  '{type} was declared, {real} arrived.': 'Angegeben war {type}, angekommen ist {real}.',
  '{file} is declared as {type} but holds binary data.': '{file} ist als {type} angegeben, enthält aber Binärdaten.',
  '{file} is declared as {type} but holds something else.':
    '{file} ist als {type} angegeben, enthält aber etwas anderes.',
  '{file} is declared as {type} but holds {real}.': '{file} ist als {type} angegeben, enthält aber {real}.',
  '{scanner} found malware in this file.': '{scanner} hat in dieser Datei Schadsoftware gefunden.',
  '{scanner} found malware in this file: {sentence}.':
    '{scanner} hat in dieser Datei Schadsoftware gefunden: {sentence}.',
  '{scanner} could not scan this file.': '{scanner} konnte diese Datei nicht prüfen.',
  '{scanner} could not scan this file: {sentence}.': '{scanner} konnte diese Datei nicht prüfen: {sentence}.',
  'not scanned: no scanner installed': 'nicht geprüft: kein Virenscanner installiert',
  'EICAR test file found': 'EICAR-Testdatei gefunden',
  'ClamAV answered: {text}': 'ClamAV hat geantwortet: {text}',
  'ClamAV could not look into all of this file: {text}': 'ClamAV konnte nicht die ganze Datei prüfen: {text}',
  'ClamAV found {text}': 'ClamAV hat {text} gefunden',
  'GuardDuty found malware in this file': 'GuardDuty hat in dieser Datei Schadsoftware gefunden',
  'GuardDuty cannot scan this file: it is protected by a password, too large, or packed too deep':
    'GuardDuty kann diese Datei nicht prüfen: Sie ist mit einem Passwort geschützt, zu groß oder zu tief verschachtelt',
  'GuardDuty was not allowed to read this file': 'GuardDuty durfte diese Datei nicht lesen',
  'GuardDuty failed to scan this file': 'GuardDuty konnte diese Datei nicht prüfen',
  'GuardDuty answered {text}': 'GuardDuty hat geantwortet: {text}',
  '{file} is {standing} and no evidence: it is not handed out.':
    '{file} ist kein Nachweis (Status: {standing}) und wird nicht ausgegeben.',
  '{file} is {standing} and no evidence ({sentence}): it is not handed out.':
    '{file} ist kein Nachweis (Status: {standing}; {sentence}) und wird nicht ausgegeben.',
  '{file} is {standing}: only what was checked and kept can be downloaded.':
    '{file} (Status: {standing}) kann nicht heruntergeladen werden: Das geht nur mit geprüften Nachweisen.',
  'There is no such file here.': 'Diese Datei gibt es hier nicht.',
  'This finding has no such file.': 'Diese Datei gibt es bei dieser Feststellung nicht.',
  'No such file was uploaded by this link.': 'Über diesen Link wurde keine solche Datei hochgeladen.',
  'This finding is {status}: it takes no more evidence.':
    'Zu dieser Feststellung werden keine Nachweise mehr angenommen. Ihr Status: {status}.',
  'You asked for no such upload here.': 'Ein solches Hochladen haben Sie hier nicht begonnen.',
  'A {type} file is named .{endings}. Choose the right file or type.':
    'Der Name einer Datei des Typs {type} endet auf .{endings}. Wählen Sie die richtige Datei oder den richtigen Typ.',
  'A file has at most {size} here; this one has {real}. Split it.':
    'Eine Datei darf hier höchstens {size} haben; diese hat {real}. Teilen Sie sie auf.',
  'This file is uploaded in one piece, with the form that was granted.':
    'Diese Datei wird in einem Stück hochgeladen, wie es zugesagt wurde.',
  'This upload is complete: no part can be added. Look at the file to see where its checks stand.':
    'Diese Datei ist vollständig hochgeladen: Es kann kein Teil hinzukommen. Bei der Datei steht, wie weit ihre Prüfung ist.',
  'This file has {count} parts; there is no part {number}.':
    'Diese Datei hat {count} Teile; es gibt keinen Teil {number}.',
  'Part {number} of this file has {count} bytes, not {real}.':
    'Teil {number} dieser Datei hat {count} Bytes, nicht {real}.',
  '{number} of {count} parts have not arrived, the first is part {first}. Send them, then complete the upload.':
    '{number} von {count} Teilen sind nicht angekommen, der erste davon ist Teil {first}. Senden Sie sie noch einmal.',
  'Give the SHA-256 as 64 lower-case hex digits.':
    'Geben Sie den SHA-256 mit 64 hexadezimalen Ziffern in Kleinschreibung an.',
  'Give the file name alone, without a path.': 'Geben Sie nur den Dateinamen an, ohne Pfad.',
};

import type { Catalogue } from '../translator.ts';

/** Why a link cannot be made or used. */
export const links: Catalogue = {
  'Too many wrong codes were given. Wait a quarter of an hour, then have a new one sent.':
    'Es wurden zu viele falsche Codes eingegeben. Warten Sie eine Viertelstunde und lassen Sie sich dann einen neuen senden.',
  'A code was sent a moment ago. Wait a minute before you ask for another one.':
    'Gerade wurde ein Code gesendet. Warten Sie eine Minute, bevor Sie einen weiteren anfordern.',
  'No code is waiting to be given. Have one sent first.':
    'Es wurde noch kein Code gesendet. Lassen Sie sich zuerst einen senden.',
  'This code is too old. Have a new one sent.': 'Dieser Code ist abgelaufen. Lassen Sie sich einen neuen senden.',
  'This is not the code. One try is left.': 'Das ist nicht der Code. Sie haben noch einen Versuch.',
  'This is not the code. {count} tries are left.': 'Das ist nicht der Code. Sie haben noch {count} Versuche.',
  'The code has six digits.': 'Der Code hat sechs Ziffern.',
  'Tick at least one reason.': 'Kreuzen Sie mindestens einen Grund an.',
  'A link for {purpose} is for the whole audit: leave the finding out.':
    'Ein Link zum Zweck {purpose} gilt für das ganze Audit: Lassen Sie die Feststellung weg.',
  'A link for {purpose} is for one finding: name it.':
    'Ein Link zum Zweck {purpose} gilt für eine Feststellung: Geben Sie diese an.',
  'This audit has no such finding.': 'Diese Feststellung gibt es in diesem Audit nicht.',
  'A link for an audit has no stage: leave it out.': 'Ein Link für ein Audit hat keine Stufe: Lassen Sie sie weg.',
  'An opportunity for improvement has no stages.': 'Eine Verbesserungsmöglichkeit hat keine Stufen.',
  'An opportunity for improvement is not reviewed by the certification body.':
    'Eine Verbesserungsmöglichkeit wird nicht von der Zertifizierungsstelle geprüft.',
  'Nobody makes a link for themselves to decide by. Sign in and decide, or have somebody else make it.':
    'Niemand legt sich selbst einen Link an, um darüber zu entscheiden. Melden Sie sich an und entscheiden Sie, oder lassen Sie ihn von jemand anderem anlegen.',
  'Only the lead auditor of this audit reviews its findings: send the link to that address.':
    'Nur die Leitung dieses Audits prüft dessen Feststellungen: Senden Sie den Link an deren Adresse.',
  'A link for {purpose} lasts {count} days at most. Make another one then.':
    'Ein Link zum Zweck {purpose} gilt höchstens {count} Tage. Legen Sie danach einen weiteren an.',
  'Calendar programs read a calendar as often as they like: leave the number of uses out.':
    'Kalenderprogramme lesen einen Kalender beliebig oft: Lassen Sie die Zahl der Nutzungen weg.',
  'This link has been used as often as it may be.': 'Dieser Link ist aufgebraucht.',
  'This link is for another stage of the finding.': 'Dieser Link gilt für eine andere Stufe der Feststellung.',
  'This link does not open anything, or it does no longer. Ask whoever sent it for a new one.':
    'Dieser Link öffnet nichts oder nichts mehr. Bitten Sie die Person, die ihn gesendet hat, um einen neuen.',
  'This link is being used in another window at the same time. Try again.':
    'Dieser Link wird gleichzeitig in einem anderen Fenster benutzt. Versuchen Sie es noch einmal.',
  'This audit has no such link. One made a moment ago may not be listed yet: try again.':
    'Diesen Link gibt es in diesem Audit nicht. Einer, der gerade erst angelegt wurde, ist vielleicht noch nicht aufgeführt: Versuchen Sie es noch einmal.',
  'Your session has ended. Load the page again and have a new code sent.':
    'Ihre Sitzung ist abgelaufen. Laden Sie die Seite neu und lassen Sie sich einen neuen Code senden.',
  'Something went wrong on our side; try again.': 'Bei uns ist etwas schiefgegangen; versuchen Sie es noch einmal.',
  'A file of more than 100 MB goes up in parts, which needs a browser that runs scripts.':
    'Eine Datei mit mehr als 100 MB wird in Teilen hochgeladen; dazu muss der Browser Skripte ausführen.',
};

import type { Catalogue } from '../translator.ts';

/** Why a setting was not taken: people, preferences, webhooks, addresses. */
export const settings: Catalogue = {
  'The address in the path is no e-mail address.': 'In der Adresse der Anfrage steht keine E-Mail-Adresse.',
  'Give an e-mail address such as name@example.org.': 'Geben Sie eine E-Mail-Adresse an, etwa name@example.org.',
  'Choose one of these languages: {list}.': 'Wählen Sie eine dieser Sprachen: {list}.',
  "Choose {hour} or a later hour: the organization's day begins then, and no digest comes before it.":
    'Wählen Sie {hour} Uhr oder später: Dann beginnt der Tag der Organisation, und vorher kommt keine Übersicht.',
  'You are no longer in the people directory.': 'Sie stehen nicht mehr im Personenverzeichnis.',
  'Give the view a name.': 'Geben Sie der Ansicht einen Namen.',
  'A name has at most {count} characters.': 'Ein Name hat höchstens {count} Zeichen.',
  'At most {count} views are kept: delete one first.':
    'Es werden höchstens {count} Ansichten gespeichert: Löschen Sie zuerst eine.',
  'There is a view of this name: choose another.':
    'Eine Ansicht mit diesem Namen gibt es schon: Wählen Sie einen anderen.',
  'Nothing was held back from this address.': 'Diese Adresse ist nicht gesperrt.',
  'Give an address that begins with https://.': 'Geben Sie eine Adresse an, die mit https:// beginnt.',
  'Leave user name and password out of the address: calls are signed.':
    'Lassen Sie Benutzername und Passwort in der Adresse weg: Aufrufe sind signiert.',
  'There is no such type of event: the catalogue of events lists them.':
    'Diese Art von Ereignis gibt es nicht: Der Ereigniskatalog führt alle auf.',
  'There is no such webhook.': 'Diesen Webhook gibt es nicht.',
  'There are {count} webhooks, as many as there may be. Change one that is no longer used.':
    'Es gibt {count} Webhooks, mehr sind nicht möglich. Ändern Sie einen, der nicht mehr gebraucht wird.',
  'This webhook is switched off. Switch it on to try it.':
    'Dieser Webhook ist ausgeschaltet. Schalten Sie ihn ein, um ihn zu erproben.',
};

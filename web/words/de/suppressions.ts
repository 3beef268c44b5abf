import type { Words } from '../en.ts';

export const suppressions: Words['suppressions'] = {
  lead: 'E-Mails an diese Adressen kamen endgültig zurück oder wurden als unerwünscht gemeldet. Bis Sie die Sperre aufheben, geht nichts dorthin; an ihrer Stelle erfahren es andere.',
  empty: 'Niemand ist abgeschnitten: E-Mails erreichen alle.',
  address: 'Adresse',
  kind: 'Was geschah',
  kinds: { bounce: 'kam zurück', complaint: 'als unerwünscht gemeldet' },
  reason: 'Was der E-Mail-Dienst sagte',
  at: 'Seit',
  lift: 'Wieder senden',
  liftOf: (address) => `Wieder senden: ${address}`,
  liftTitle: (address: string) => `Wieder an ${address} senden?`,
  liftLead:
    'Beheben Sie zuerst die Ursache: ein volles Postfach, ein Tippfehler in der Adresse, ein Filter. Kommt noch einmal etwas zurück, steht die Adresse wieder hier.',
  lifted: (address: string) => `E-Mails gehen wieder an ${address}.`,
};

import type { Words } from '../en.ts';

export const correction: Words['correction'] = {
  title: 'Die Korrektur',
  requirement: 'Die betroffene Anforderung',
  proof: 'Der Beleg, dass sie korrigiert ist',
  proofHint: 'Was die Dateien zeigen.',
  statement: 'Die kurze Darlegung',
  statementHint: 'Ein oder zwei Sätze, die den Beleg mit der Anforderung verbinden.',
  correctedOn: 'Korrigiert am',
  extent: 'Was wurde korrigiert?',
  allInstances: 'Alle Fälle',
  someInstances: 'Einige davon',
  which: 'Welche?',
};

import type { Catalogue } from '../translator.ts';

/** Why a submission is incomplete. */
export const submissions: Catalogue = {
  'Add the correction: what, who, by when.': 'Geben Sie die Korrektur an: was, wer, bis wann.',
  'Add how the consequences are dealt with.': 'Geben Sie an, wie mit den Folgen umgegangen wird.',
  'Add the root cause analysis.': 'Fügen Sie die Ursachenanalyse hinzu.',
  'Add whether similar nonconformities were looked for, and where.':
    'Geben Sie an, ob nach ähnlichen Nichtkonformitäten gesucht wurde und wo.',
  'Add at least one corrective action.': 'Fügen Sie mindestens eine Korrekturmaßnahme hinzu.',
  'Add the risk and impact of the change.': 'Geben Sie Risiken und Auswirkungen der Änderung an.',
  'Add the changes to the ISMS, or that there are none.':
    'Geben Sie die Änderungen am ISMS an, oder dass es keine gibt.',
  'Add who approved the plan.': 'Geben Sie an, wer den Plan freigegeben hat.',
  'Add at least one cause.': 'Fügen Sie mindestens eine Ursache hinzu.',
  'Add what similar nonconformities were found.': 'Geben Sie an, welche ähnlichen Nichtkonformitäten gefunden wurden.',
  'Add a responsible person to action {label}.': 'Geben Sie an, wer für die Maßnahme {label} verantwortlich ist.',
  'Add a due date to action {label}.': 'Geben Sie an, wann die Maßnahme {label} fällig ist.',
  'Add how the success of action {label} will be seen.':
    'Geben Sie an, woran der Erfolg der Maßnahme {label} zu erkennen sein wird.',
  'Add the cause that action {label} removes.': 'Geben Sie die Ursache an, die die Maßnahme {label} beseitigt.',
  'Action {label} is due after the deadline for remediation, {date}.':
    'Die Maßnahme {label} ist erst nach der Frist für den Nachweis der Ursachenbeseitigung fällig, {date}.',
  'Action {label} removes {cause}, which is no cause of this plan.':
    'Die Maßnahme {label} beseitigt {cause}; diese Ursache gibt es in diesem Plan nicht.',
  'Action {label} depends on {other}, which is no action of this plan.':
    'Die Maßnahme {label} hängt von {other} ab; diese Maßnahme gibt es in diesem Plan nicht.',
  'The correction is due after its deadline, {date}.': 'Die Korrektur ist erst nach ihrer Frist fällig, {date}.',
  'Cause {label} repeats the statement of the nonconformity; say why it came about.':
    'Die Ursache {label} wiederholt nur die Nichtkonformität; legen Sie dar, wie es dazu kam.',
  'No action removes cause {label}.': 'Keine Maßnahme beseitigt die Ursache {label}.',
  'These actions wait for each other: {labels}.': 'Diese Maßnahmen warten gegenseitig aufeinander: {labels}.',
  'The short name {label} is used twice; give each its own.':
    'Der Kurzname {label} ist doppelt vergeben; jeder muss eindeutig sein.',
  'Use a short name of letters, digits, dots, dashes: C1, A2.':
    'Verwenden Sie einen Kurznamen aus Buchstaben, Ziffern, Punkten und Strichen: C1, A2.',
  '{date} lies in the future: only what is done can be handed in.':
    'Der {date} liegt in der Zukunft: Eingereicht werden kann nur, was erledigt ist.',
  'Add the requirement affected.': 'Geben Sie die betroffene Anforderung an.',
  'Add the proof that it is corrected.': 'Geben Sie den Beleg an, dass korrigiert ist.',
  'Add the short statement that ties the proof to the requirement.':
    'Fügen Sie die kurze Darlegung hinzu, die den Beleg mit der Anforderung verbindet.',
  'Add the date it was corrected.': 'Geben Sie an, wann korrigiert wurde.',
  'Add the extent covered: all instances, or which.': 'Geben Sie den Umfang an: alle Fälle, oder welche.',
  'Add which instances were corrected.': 'Geben Sie an, welche Fälle korrigiert wurden.',
  'Add at least one piece of evidence.': 'Fügen Sie mindestens einen Nachweis hinzu.',
  'Add the effectiveness review.': 'Fügen Sie die Wirksamkeitsprüfung hinzu.',
  'Add the criterion of the effectiveness review.': 'Geben Sie das Kriterium der Wirksamkeitsprüfung an.',
  'Add the method of the effectiveness review.': 'Geben Sie die Methode der Wirksamkeitsprüfung an.',
  'Add the sample or the period observed.': 'Geben Sie die Stichprobe oder den Beobachtungszeitraum an.',
  'Add the result of the effectiveness review.': 'Geben Sie das Ergebnis der Wirksamkeitsprüfung an.',
  'Add who reviewed the effectiveness.': 'Geben Sie an, wer die Wirksamkeit geprüft hat.',
  'Add the changes made to the ISMS, or that there are none.':
    'Geben Sie die vorgenommenen Änderungen am ISMS an, oder dass es keine gibt.',
  'Action {label} of the accepted plan is left out.': 'Die Maßnahme {label} des angenommenen Plans fehlt.',
  '{label} is no action of the accepted plan.': '{label} ist keine Maßnahme des angenommenen Plans.',
  'Add the day action {label} was done.': 'Geben Sie an, wann die Maßnahme {label} umgesetzt wurde.',
  'Add evidence that action {label} was done.':
    'Fügen Sie einen Nachweis hinzu, dass die Maßnahme {label} umgesetzt wurde.',
  'Say how cause {label} of the accepted plan is known to be gone.':
    'Legen Sie dar, woran zu erkennen ist, dass die Ursache {label} des angenommenen Plans beseitigt ist.',
  '{label} is no cause of the accepted plan.': '{label} ist keine Ursache des angenommenen Plans.',
};

import type { Catalogue } from '../translator.ts';

/** Why a command on a finding was not taken. */
export const findings: Catalogue = {
  'No extension has been asked for.': 'Es wurde keine Fristverlängerung beantragt.',
  'No withdrawal has been proposed.': 'Es wurde keine Rücknahme vorgeschlagen.',
  'No appeal is pending.': 'Es ist kein Einspruch anhängig.',
  'An extension has been asked for and is not yet decided.':
    'Eine Fristverlängerung ist beantragt; darüber ist noch nicht entschieden.',
  'A withdrawal has been proposed and is not yet decided.':
    'Eine Rücknahme ist vorgeschlagen; darüber ist noch nicht entschieden.',
  'An appeal is pending: nothing moves until it is decided.':
    'Ein Einspruch ist anhängig: Bis darüber entschieden ist, ruht alles.',
  '{command} is possible from {statuses}; this finding is {status} at stage {stage}.':
    '{command} ist nur möglich im Status {statuses}. Status dieser Feststellung: {status} ({stage}).',
  '{command} is possible from {statuses}; this finding is {status}.':
    '{command} ist nur möglich im Status {statuses}. Status dieser Feststellung: {status}.',
  '{command} is possible from {statuses}; this finding does not exist.':
    '{command} ist nur möglich im Status {statuses}. Diese Feststellung gibt es nicht.',
  '{command} is for minor nonconformities; this is a major.':
    '{command} gibt es nur bei untergeordneten Nichtkonformitäten; diese ist wesentlich.',
  '{command} is for nonconformities; this is an OFI. Issue a nonconformity that arises from it.':
    '{command} gibt es nur bei Nichtkonformitäten; dies ist eine Verbesserungsmöglichkeit. Ergibt sich daraus eine Nichtkonformität, legen Sie diese an.',
  '{command} is for {roles}; you are none of these on this finding.':
    '{command} ist diesen Rollen vorbehalten: {roles}. Sie haben bei dieser Feststellung keine davon.',
  'This is for {roles}; you are none of these here.':
    'Das ist diesen Rollen vorbehalten: {roles}. Sie haben hier keine davon.',
  'An auditor of the audit gives neither cause nor solution: the owner must do this.':
    'Wer das Audit durchführt, nennt weder Ursache noch Lösung: Das ist Sache der verantwortlichen Person.',
  'You handed this submission in: somebody else must verify it.':
    'Sie haben das selbst eingereicht: Jemand anderes muss es verifizieren.',
  'You carry out an action of this plan: somebody else must verify it.':
    'Sie setzen eine Maßnahme dieses Plans um: Jemand anderes muss verifizieren.',
  'You handed this submission in: somebody else must review it.':
    'Sie haben das selbst eingereicht: Jemand anderes muss es prüfen.',
  'You asked for this extension: somebody else must decide on it.':
    'Sie haben diese Fristverlängerung selbst beantragt: Jemand anderes muss darüber entscheiden.',
  'A decision-maker may not have been on the team of the audit.':
    'Wer entscheidet, darf nicht dem Auditteam angehört haben.',
  'You proposed this withdrawal: a second person must decide on it.':
    'Sie haben diese Rücknahme selbst vorgeschlagen: Eine zweite Person muss darüber entscheiden.',
  'An appeal is decided by somebody who took no part in the finding before.':
    'Über einen Einspruch entscheidet, wer bisher nicht an der Feststellung beteiligt war.',
  'An auditor of the audit cannot own its findings. Name somebody of the organization.':
    'Wer das Audit durchführt, kann nicht für dessen Feststellungen verantwortlich sein. Nennen Sie jemanden aus der Organisation.',
  'No policy is in force: a finding cannot be issued without one.':
    'Es gilt kein Regelwerk: Ohne ein solches kann keine Feststellung angelegt werden.',
  'A finding cannot be raised in the future.':
    'Das Datum, an dem etwas festgestellt wurde, kann nicht in der Zukunft liegen.',
  'This is not proposed for this finding: read the proposals of its audit, and refuse one as it stands there.':
    'Das ist für diese Feststellung nicht vorgeschlagen. Sehen Sie die Vorschläge auf der Seite des Audits durch und lehnen Sie einen so ab, wie er dort steht.',
  'This proposal was refused before.': 'Dieser Vorschlag wurde bereits abgelehnt.',
  'This finding is at stage {stage}; a {stage2} cannot be submitted now.':
    'Diese Feststellung ist auf der Stufe {stage}; {stage2} kann jetzt nicht eingereicht werden.',
  'A submission is stored before it is handed in.': 'Was eingereicht wird, muss zuvor gespeichert sein.',
  'The submission to validate could not be found.': 'Was zu prüfen ist, wurde nicht gefunden.',
  'The accepted plan to compare with could not be found.':
    'Der angenommene Plan für den Vergleich wurde nicht gefunden.',
  'Neither who handed this submission in nor who transcribes takes the decision: name who took it for the certification body.':
    'Weder wer eingereicht hat noch wer überträgt, trifft die Entscheidung: Nennen Sie, wer sie für die Zertifizierungsstelle getroffen hat.',
  "The body's document is not among the evidence of this finding. Upload it first.":
    'Das Dokument der Zertifizierungsstelle ist nicht unter den Nachweisen dieser Feststellung. Laden Sie es zuerst hoch.',
  'A lead auditor decides in person: leave transcription out.':
    'Die Auditleitung entscheidet selbst: Lassen Sie die Übertragung weg.',
  "Only the certification body decides. To record its decision, attach the body's document.":
    'Nur die Zertifizierungsstelle entscheidet. Um ihre Entscheidung zu übertragen, geben Sie ihr Dokument an.',
  'The decision cannot lie in the future.': 'Das Datum der Entscheidung kann nicht in der Zukunft liegen.',
  'This finding is a {grade} already.': 'Diese Feststellung ist bereits eine {grade}.',
  'An appeal can only turn a major into a minor: uphold the finding or withdraw it.':
    'Ein Einspruch kann nur aus „wesentlich“ „untergeordnet“ machen: Bestätigen Sie die Feststellung oder nehmen Sie sie zurück.',
  'There is no such finding, or it is not yours to see.':
    'Diese Feststellung gibt es nicht, oder sie ist nicht für Sie bestimmt.',
  'There is no such submission on this finding.': 'Das wurde zu dieser Feststellung nicht eingereicht.',
  'A finding holds {count} comments at most. Talk about it elsewhere.':
    'Zu einer Feststellung gibt es höchstens {count} Kommentare. Sprechen Sie an anderer Stelle weiter.',
};

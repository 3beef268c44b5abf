import * as names from '#domain/words/de-names.ts';
import type { Words } from '../en.ts';

export const audits: Words['audits'] = {
  open: 'Audit eröffnen',
  openLead: 'Worum es geht, wann es stattfindet und wer es durchführt.',
  empty: 'Es gibt noch keine Audits. Eröffnen Sie eines mit Terminen und Team; danach importieren Sie den Bericht.',
  emptyForReaders: 'Es gibt noch keine Audits. Der ISMS-Manager oder eine Auditleitung eröffnet sie.',
  facts: 'Angaben',
  id: 'Kurzname',
  idHint: 'Für Adressen, etwa 2026-stage-2: Kleinbuchstaben, Ziffern und Striche. Er lässt sich später nicht ändern.',
  title: 'Titel',
  titleHint: 'Wie das Audit genannt wird, etwa Überwachungsaudit 2026.',
  kind: 'Art',
  chooseKind: 'Art wählen',
  kinds: {
    internal: 'Internes Audit',
    'stage-1': 'Stufe 1',
    'stage-2': 'Stufe 2',
    surveillance: 'Überwachung',
    recertification: 'Rezertifizierung',
    special: 'Sonderaudit',
  },
  objective: 'Ziel',
  scope: 'Geltungsbereich',
  criteria: 'Kriterien',
  datesTitle: 'Termine',
  datesLead: 'Von diesen Tagen an laufen die Fristen der Feststellungen. Was noch nicht feststeht, kann leer bleiben.',
  date: 'Termin',
  day: 'Tag',
  notRecorded: 'nicht erfasst',
  dates: names.auditDates,
  dateHints: {
    firstDay: 'Wann das Audit beginnt.',
    lastDay: 'Ohne Abschlussbesprechung endet das Audit an diesem Tag.',
    closingMeeting:
      'Schließt das Audit ab. Wesentliche Nichtkonformitäten sind meist eine feste Zahl von Tagen danach zu beheben.',
    reportIssued: 'Wann der Bericht geschrieben wurde. Bleibt das leer, gilt der Tag, an dem er einging.',
    reportReceived:
      'Pläne und Korrekturen sind meist eine feste Zahl von Tagen danach fällig. Bevor dieser Tag feststeht, wird keine Feststellung angelegt.',
    nextAudit:
      'Bis dahin sind untergeordnete Nichtkonformitäten meist zu beheben. Verschiebt es sich, folgen die offenen Feststellungen.',
    certificateExpires: 'Keine Feststellung ist später fällig.',
  },
  clocks: {
    title: 'Was von da an läuft',
    byPolicy: (policy) =>
      `Gezählt nach dem Regelwerk „${policy}“ der hier angelegten Feststellungen. Laufende Fristen bleiben, wie sie beim Anlegen waren.`,
    of: (stage, grades) => `${stage} (${grades})`,
    counted: (what, count, working, due) => `${what}: ${count} ${working ? 'Arbeitstage' : 'Tage'}, also bis ${due}`,
    byThen: (what) => `${what}: bis zu diesem Tag`,
    noneScheduled: (what, months, due) =>
      `${what}: ${months} Monate, solange kein nächstes Audit angesetzt ist, also bis ${due}`,
    sixMonths: (day) => `Wesentliche: höchstens sechs Monate, also bis ${day}. Danach ist eine weitere Stufe 2 nötig.`,
  },
  notReceived:
    'Der Tag, an dem der Bericht einging, ist nicht erfasst: Vorher kann keine Feststellung angelegt werden.',
  team: 'Team',
  teamHint: 'Wer das Audit durchführt. Eine Person davon leitet es.',
  member: (place) => `Person ${place}`,
  memberRole: (place) => `Rolle von Person ${place}`,
  addMember: 'Person hinzufügen',
  removeMember: (place) => `Person ${place} entfernen`,
  revise: 'Ändern',
  reviseTitle: (title) => `Ändern: ${title}`,
  reviseLead: 'Laufende Fristen ändern sich nicht; dem nächsten Audit und den Höchstfristen wird gefolgt.',
  save: 'Speichern',
  discard: 'Meine Änderungen verwerfen',
  back: 'Zurück zum Audit',
  notForYou: (roles) => `Diese Seite ist für Personen mit einer dieser Rollen in diesem Audit: ${roles}.`,
  changed: {
    field: 'Was',
    before: 'Als Sie begannen',
    now: 'Jetzt',
    yours: 'Ihre Eingabe',
    untouched: 'nicht geändert',
    goOn: 'Ich habe es gesehen',
    keepMine: 'Meine Eingaben behalten',
    takeTheirs: 'Übernehmen, was jetzt dort steht',
  },
  imports: 'Berichte',
  noImports:
    'Noch kein Bericht. Importieren Sie den erhaltenen: Seine Feststellungen werden angelegt, sobald Sie sie durchgesehen haben.',
  noImportsForReaders: 'Noch kein Bericht.',
  findings: 'Feststellungen',
  noFindings: 'Noch keine Feststellungen. Sie kommen mit dem Bericht.',
  moreInRegister: 'Es gibt noch mehr: Das Register enthält alle.',
  proposals: {
    title: (count) =>
      count === 1
        ? 'Eine untergeordnete Nichtkonformität könnte wesentlich sein'
        : `${count} untergeordnete Nichtkonformitäten könnten wesentlich sein`,
    lead: 'Die Auditleitung entscheidet, jeweils auf der Seite der Feststellung.',
    onOneRequirement: (count, requirement, numbers) =>
      `${count} untergeordnete zu ${requirement} in diesem Audit (${numbers})`,
    openAtNextAudit: (day) => `beim nächsten Audit am ${day} noch offen`,
    regrade: 'Umstufen',
    regradeOf: (number) => `${number} auf „wesentlich“ umstufen`,
    leave: 'Untergeordnet lassen',
    leaveOf: (number) => `${number} untergeordnet lassen`,
  },
};

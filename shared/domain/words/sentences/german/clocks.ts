import type { Catalogue } from '../translator.ts';

/** Why a date is refused, and why deadlines moved. */
export const clocks: Catalogue = {
  'Give a date after the due date {date}.': 'Geben Sie ein Datum nach dem Fälligkeitsdatum {date} an.',
  'An extension is at most {count} days: {date} at the latest.':
    'Eine Fristverlängerung beträgt höchstens {count} Tage: spätestens {date}.',
  'Nothing of this finding may be due after {date}, {cap}.':
    'Nach dem {date} darf bei dieser Feststellung nichts mehr fällig sein: {cap}.',
  'An extension is asked for before the due date, {date}. Hand in what there is: it is taken late too.':
    'Eine Fristverlängerung wird vor dem Fälligkeitsdatum ({date}) beantragt. Reichen Sie ein, was vorliegt: Auch Verspätetes wird angenommen.',
  'The policy allows {count} extensions; all are used.':
    'Das Regelwerk erlaubt {count} Fristverlängerungen; alle sind aufgebraucht.',
  'Extended by {count} days.': 'Um {count} Tage verlängert.',
  'Moved with the {stage}.': 'Mit der Stufe {stage} verschoben.',
  'New clock: {steps}.': 'Neue Frist: {steps}.',
  'Clocks stood still during the appeal, from {date} to {date2}.':
    'Während des Einspruchs ruhten die Fristen, vom {date} bis zum {date2}.',
  'Nothing may be due after {date}, {cap}.': 'Nach dem {date} darf nichts mehr fällig sein: {cap}.',
  'No hard cap comes before the next audit on {date} any more.':
    'Vor dem nächsten Audit am {date} liegt keine Höchstfrist mehr.',
  'The next audit is scheduled for {date}.': 'Das nächste Audit ist für den {date} angesetzt.',
  'The next audit moved from {date} to {date2}.': 'Das nächste Audit wurde vom {date} auf den {date2} verschoben.',
  'The finding has what its audit says already.': 'Die Feststellung hat bereits die Angaben ihres Audits.',
  'The public holidays of {region} were not looked up when Redress was started or deployed.':
    'Die Feiertage von {region} wurden beim Start von Redress nicht ermittelt.',
  'The public holidays of {region} are known from {date} to {date2} only. Have Redress started or deployed anew: it looks up the next years then.':
    'Die Feiertage von {region} sind nur vom {date} bis zum {date2} bekannt. Lassen Sie Redress neu starten: Dann werden die nächsten Jahre ermittelt.',
  'The clocks count from the day the report was received: record it on the audit first.':
    'Die Fristen laufen ab dem Tag, an dem der Bericht einging: Erfassen Sie diesen zuerst beim Audit.',
  'Give a date between 1990 and 2100.': 'Geben Sie ein Datum zwischen 1990 und 2100 an.',
  'Give a date that exists, as YYYY-MM-DD.': 'Geben Sie ein Datum an, das es gibt, in der Form JJJJ-MM-TT.',
  'Give an instant in UTC such as 2026-03-09T08:00:00.000Z.':
    'Geben Sie einen Zeitpunkt in UTC an, etwa 2026-03-09T08:00:00.000Z.',
  'Give an IANA time zone such as Europe/Zurich.': 'Geben Sie eine IANA-Zeitzone an, etwa Europe/Zurich.',
  'Give major or minor. An opportunity for improvement has no deadlines.':
    'Geben Sie major oder minor an. Eine Verbesserungsmöglichkeit hat keine Fristen.',
  'Give the day the report was received.': 'Geben Sie den Tag an, an dem der Bericht einging.',
};

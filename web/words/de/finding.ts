import type { Words } from '../en.ts';

export const finding: Words['finding'] = {
  statement: 'Beschreibung',
  evidenceOfAudit: 'Objektiver Nachweis',
  requirements: 'Anforderungen',
  process: 'Prozess',
  raisedBy: 'Festgestellt von',
  owner: 'Verantwortlich',
  audit: 'Audit',
  issued: 'Angelegt',
  steps: 'Stufen',
  round: (round) => `Runde ${round}`,
  accepted: (date) => `Angenommen am ${date}`,
  report: 'Was das Audit ergeben hat',
  nextActions: 'Was Sie jetzt tun können',
  noActions: 'Hier gibt es für Sie gerade nichts zu tun.',
  timeline: 'Verlauf',
  handedIn: 'Was eingereicht wurde',
  files: 'Dateien',
};

import type { Words } from '../en.ts';

export const myWork: Words['myWork'] = {
  lead: 'Was auf Sie wartet, das Dringendste zuerst.',
  forYou: 'Für Sie zu tun',
  forOthers: 'Wartet auf andere',
  nothing: 'Nichts wartet auf Sie.',
  more: 'Es gibt mehr mit späterer Frist: Siehe Register.',
  overdue: 'Überfällig',
  soon: 'Innerhalb einer Woche',
  later: 'Später',
  undated: 'Ohne Datum',
  waitsFor: {
    owner: (owner) => `wartet auf ${owner}`,
    verifier: 'wartet auf den internen Auditor',
    reviewer: 'wartet auf die Zertifizierungsstelle',
    appeal: 'wartet auf die Entscheidung über den Einspruch',
    nobody: 'wartet auf Redress',
    closing: 'wartet auf den Abschluss',
  },
};

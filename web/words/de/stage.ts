import type { Words } from '../en.ts';

export const stage: Words['stage'] = {
  draftKept: 'Ihr Entwurf wird beim Tippen in diesem Browser gespeichert.',
  incomplete: (count) =>
    `${count} ${count === 1 ? 'Angabe fehlt' : 'Angaben fehlen'} oder ${count === 1 ? 'passt' : 'passen'} noch nicht`,
  mend: 'Jede steht oben bei ihrem Feld. Es wurde nichts eingereicht.',
  fillIn: 'Bitte ausfüllen.',
  lastRound: 'Was beim letzten Mal zurückkam',
};

export const stage = {
  draftKept: 'Your draft is kept in this browser as you type.',
  incomplete: (count: number) => `${count} ${count === 1 ? 'thing is' : 'things are'} missing or do not fit yet`,
  mend: 'Each is named at its field above. Nothing was handed in.',
  fillIn: 'Fill this in.',
  lastRound: 'What came back last time',
};

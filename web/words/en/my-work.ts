export const myWork = {
  lead: 'What waits for you, the most urgent first.',
  forYou: 'For you to do',
  forOthers: 'Waiting for others',
  nothing: 'Nothing waits for you.',
  more: 'There is more, due later: see the register.',
  overdue: 'Overdue',
  soon: 'Within a week',
  later: 'Later',
  undated: 'Without a date',
  waitsFor: {
    owner: (owner: string) => `waits for ${owner}`,
    verifier: 'waits for the internal auditor',
    reviewer: 'waits for the certification body',
    appeal: 'waits for the decision on the appeal',
    nobody: 'waits for Redress',
    closing: 'waits to be closed',
  },
};

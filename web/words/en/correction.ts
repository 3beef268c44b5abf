export const correction = {
  title: 'The correction',
  requirement: 'The requirement affected',
  proof: 'The proof that it is corrected',
  proofHint: 'What the files show.',
  statement: 'The statement',
  statementHint: 'One or two sentences that tie the proof to the requirement.',
  correctedOn: 'Corrected on',
  extent: 'What was corrected?',
  allInstances: 'All instances',
  someInstances: 'Some of them',
  which: 'Which?',
};

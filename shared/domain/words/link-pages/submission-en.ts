/* The parts of a submission, as the pages of links name them in English. */

const methods = { '5-whys': '5 whys', fishbone: 'fishbone', 'fault-tree': 'fault tree', other: 'other' };

export const submissionEn = {
  methods,
  correction: 'Correction',
  correctionBy: (what: string, who: string, by: string) => `${what} By ${who}, until ${by}.`,
  consequences: 'Consequences',
  method: 'Method of analysis',
  whys: 'Whys',
  causes: 'Root causes',
  contributing: 'Contributing causes',
  similar: 'Similar nonconformities',
  similarSaid: (found: boolean, where: string, what: string) =>
    `${found ? 'Found' : 'None found'}. Looked at: ${where} ${what}`.trim(),
  riskAndImpact: 'Risk and impact of the change',
  ismsChanges: 'Changes to the ISMS',
  approvedBy: 'Approved by',
  evidence: 'Evidence',
  noSuchFile: (id: string) => `a file that is not there (${id})`,
  actions: 'Actions',
  what: 'What',
  removes: 'Removes',
  responsible: 'Responsible',
  due: 'Due',
  success: 'Success is seen by',
  after: 'After',
  requirement: 'Requirement',
  proof: 'Proof',
  statement: 'Statement',
  correctedOn: 'Corrected on',
  extent: 'Extent',
  allInstances: 'All instances',
  someInstances: (which: string) => `Some instances: ${which}`,
  actionsDone: 'Actions done',
  doneOn: 'Done on',
  doneBy: 'Done by',
  causesRemoved: 'Causes removed',
  removed: 'How it is known to be gone',
  effectiveness: 'Effectiveness',
  criterion: 'Criterion',
  effectivenessMethod: 'Method',
  sample: 'Sample',
  result: 'Result',
  reviewedBy: 'Reviewed by',
};

export type SubmissionWords = typeof submissionEn;

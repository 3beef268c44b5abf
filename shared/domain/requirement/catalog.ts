/**
 * What ISO/IEC 27001:2022 numbers: clauses 4-10 and the controls of Annex A. The titles are this project's own short
 * words, there to help a person recognise a number; the standard's text is not reproduced.
 */

interface Clause {
  readonly title: string;
  /** The clause itself has lettered items, so that `6.1.3 d` can be named. */
  readonly lettered?: true;
}

export const CLAUSES: Readonly<Record<string, Clause>> = {
  '4': { title: 'The organization and its surroundings' },
  '4.1': { title: 'Internal and external issues' },
  '4.2': { title: 'Interested parties', lettered: true },
  '4.3': { title: 'Scope', lettered: true },
  '4.4': { title: 'The management system and its processes' },
  '5': { title: 'Leadership' },
  '5.1': { title: 'Commitment of top management', lettered: true },
  '5.2': { title: 'Security policy', lettered: true },
  '5.3': { title: 'Roles and authorities', lettered: true },
  '6': { title: 'Planning' },
  '6.1': { title: 'Risks and opportunities' },
  '6.1.1': { title: 'Handling of risks and opportunities', lettered: true },
  '6.1.2': { title: 'Method of risk assessment', lettered: true },
  '6.1.3': { title: 'Method of risk treatment', lettered: true },
  '6.2': { title: 'Security objectives', lettered: true },
  '6.3': { title: 'Planned changes' },
  '7': { title: 'Support' },
  '7.1': { title: 'Means and people' },
  '7.2': { title: 'Competence', lettered: true },
  '7.3': { title: 'Awareness', lettered: true },
  '7.4': { title: 'Communication', lettered: true },
  '7.5': { title: 'Documents and records' },
  '7.5.1': { title: 'Which documents are needed', lettered: true },
  '7.5.2': { title: 'Writing and updating documents', lettered: true },
  '7.5.3': { title: 'Control of documents', lettered: true },
  '8': { title: 'Operation' },
  '8.1': { title: 'Running the planned processes' },
  '8.2': { title: 'Risk assessments carried out' },
  '8.3': { title: 'Risk treatment carried out' },
  '9': { title: 'Evaluation' },
  '9.1': { title: 'Measuring and evaluating', lettered: true },
  '9.2': { title: 'Internal audit' },
  '9.2.1': { title: 'Internal audits at intervals', lettered: true },
  '9.2.2': { title: 'Audit programme', lettered: true },
  '9.3': { title: 'Management review' },
  '9.3.1': { title: 'Reviews at intervals' },
  '9.3.2': { title: 'What a review considers', lettered: true },
  '9.3.3': { title: 'What a review decides' },
  '10': { title: 'Improvement' },
  '10.1': { title: 'Continual improvement' },
  '10.2': { title: 'Nonconformities and corrective action', lettered: true },
};

/** Titles of the controls of each theme of Annex A, in order: the first of `5` is A.5.1. */
const CONTROL_TITLES: Readonly<Record<number, readonly string[]>> = {
  5: [
    'Policies',
    'Security roles',
    'Conflicting duties kept apart',
    'Duties of managers',
    'Contact with authorities',
    'Contact with expert groups',
    'Knowledge of threats',
    'Security within projects',
    'Inventory of assets',
    'Permitted use of assets',
    'Return of assets',
    'Classifying information',
    'Labels',
    'Passing on information',
    'Rules of access',
    'Identities',
    'Credentials',
    'Granting and removing access',
    'Suppliers',
    'Security in supplier contracts',
    'ICT supply chain',
    'Watching suppliers and their changes',
    'Cloud services',
    'Preparing for incidents',
    'Judging events',
    'Responding to incidents',
    'Lessons of incidents',
    'Securing evidence of incidents',
    'Security while disrupted',
    'ICT for continuity',
    'Laws and contracts',
    'Intellectual property',
    'Keeping records safe',
    'Personal data',
    'Independent review',
    'Compliance with own rules',
    'Operating instructions',
  ],
  6: [
    'Background checks',
    'Terms of employment',
    'Awareness and training',
    'Disciplinary steps',
    'After employment ends',
    'Confidentiality agreements',
    'Remote work',
    'Reporting events',
  ],
  7: [
    'Physical boundaries',
    'Entry',
    'Offices and rooms',
    'Watching premises',
    'Physical and natural threats',
    'Work in secure areas',
    'Clear desks and screens',
    'Placing equipment',
    'Assets away from the premises',
    'Storage media',
    'Utilities',
    'Cables',
    'Maintaining equipment',
    'Disposing of equipment',
  ],
  8: [
    'User devices',
    'Privileged access',
    'Limits of access to information',
    'Access to source code',
    'Authentication',
    'Capacity',
    'Malware',
    'Technical vulnerabilities',
    'Configuration',
    'Deleting information',
    'Masking data',
    'Preventing data leaks',
    'Backups',
    'Redundancy',
    'Logs',
    'Monitoring',
    'Synchronized clocks',
    'Privileged utilities',
    'Installing software',
    'Network security',
    'Network services',
    'Separated networks',
    'Web filtering',
    'Cryptography',
    'Secure development',
    'Security needs of applications',
    'Secure architecture',
    'Secure coding',
    'Security tests',
    'Outsourced development',
    'Separated environments',
    'Changes',
    'Test data',
    'Protection while auditing',
  ],
};

/** How many controls the theme has (A.5 to A.8), or undefined where Annex A has no such theme. */
export const controlsInTheme = (theme: number): number | undefined => CONTROL_TITLES[theme]?.length;

/** `A.8.13` of theme 8, control 13; undefined where Annex A of the 2022 edition has none. */
export const controlId = (theme: number, control: number): string | undefined =>
  CONTROL_TITLES[theme]?.[control - 1] === undefined ? undefined : `A.${theme}.${control}`;

/** The sub-clauses one level below, in order: of `9.3`, 9.3.1 to 9.3.3. */
export const subClauses = (clause: string): readonly string[] =>
  Object.keys(CLAUSES).filter(
    (id) => id.startsWith(`${clause}.`) && id.split('.').length === clause.split('.').length + 1,
  );

/** Whether an item may be named by letter: also one level up, as reports quote `9.2 a` where the item is in 9.2.1. */
export const hasLetteredItems = (clause: string): boolean =>
  [clause, ...subClauses(clause)].some((id) => CLAUSES[id]?.lettered === true);

/** Short title of a clause (`9.2`, `6.1.3 d` gives the clause's) or control (`A.8.13`); undefined if there is none. */
export const requirementTitle = (id: string): string | undefined => {
  const control = /^A\.(\d+)\.(\d+)$/.exec(id);
  if (control !== null) return CONTROL_TITLES[Number(control[1])]?.[Number(control[2]) - 1];
  return CLAUSES[id.split(' ')[0] ?? '']?.title;
};

/** All controls, `A.5.1` to `A.8.34`, in order. */
export const CONTROLS: readonly string[] = Object.entries(CONTROL_TITLES).flatMap(([theme, titles]) =>
  titles.map((_, index) => `A.${theme}.${index + 1}`),
);

/** One sentence saying what the edition in force numbers, for refusals. */
export const WHAT_EXISTS = `ISO/IEC 27001:2022 has clauses 4 to 10 and, in Annex A, controls ${Object.entries(
  CONTROL_TITLES,
)
  .map(([theme, titles]) => `A.${theme}.1-A.${theme}.${titles.length}`)
  .join(', ')}.`;

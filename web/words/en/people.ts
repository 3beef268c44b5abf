import type { assignableRoles } from '#domain/people/person.ts';
import type { Said } from '../said.ts';

export const people = {
  lead: 'Everybody who signs in is listed here, with the roles that are held for good.',
  derived:
    'Owner, action owner and auditor are not given here: a finding has its owner, a plan names who carries out its actions, and an audit has its team. Whoever is to be one of these must be listed, with or without a role.',
  kept: 'Nobody is removed, for the record says for years who did what. Who leaves loses the roles here, and the account where you sign in.',
  add: 'Add a person',
  addTitle: 'Add a person',
  change: 'Change',
  changeOf: (name: string) => `Change ${name}`,
  name: 'Name',
  email: 'E-mail address',
  emailHint: 'With which the person signs in. It cannot be changed later.',
  roles: 'Roles',
  noRole: 'No role',
  filter: 'Filter by name, address or role',
  matches: (count: number) => `${count} ${count === 1 ? 'match' : 'matches'}`,
  noMatch: 'Nobody matches.',
  clear: 'Clear the filter',
  save: 'Save',
  saved: (name: string) => `${name} is saved. The roles hold from the next click on.`,
  changedMeanwhile: (name: string, roles: string) =>
    `Somebody has changed this person since you began: now it is ${name}, ${roles}. Saving replaces that.`,
  isListed: 'This person is listed already. Saving replaces name and roles.',
  ownRole: 'You take the role of administrator from yourself. Only another administrator can give it back.',
  meanings: {
    'isms-manager': 'Opens audits, imports reports, hands in for owners, makes links and sees everything.',
    'internal-auditor': 'Verifies evidence before it goes to the certification body, and may read everything.',
    'lead-auditor':
      'Leads audits of the certification body: accepts, returns, regrades. Only on audits that name this person.',
    'decision-maker': 'Of the certification body: decides on withdrawals and appeals, as somebody who took no part.',
    'top-management': 'Reads everything and is told of what stays overdue.',
    observer: 'Reads everything and changes nothing.',
    administrator: 'Manages people, webhooks and addresses. Sees no files of evidence.',
  } satisfies Said<(typeof assignableRoles)[number]>,
  togetherTitle: 'What these roles mean together',
  together: {
    ownWork: 'May do both, but verifies nothing that this person handed in or carries out: somebody else must.',
    bothSides:
      'Where this person is on the audit’s team, nothing can be handed in by the same person: an auditor gives neither cause nor solution.',
    reviewsOwn:
      'Where this person is on the audit’s team, the review is made as auditor. What one handed in, one cannot accept.',
    secondPerson:
      'Withdrawals and appeals of audits in whose team this person was are decided by somebody else: you need a second decision-maker.',
    tookPart: 'Decides no appeal on findings this person had a part in, and no withdrawal this person proposed.',
    files: 'The other role opens the files of evidence, which an administrator alone does not see.',
  },
};

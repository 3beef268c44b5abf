import type { Person } from '#domain/people/person.ts';

/** The cast of the sample: an organization, and the certification body that audits it. */
export const sample = {
  administrator: { email: 'adam.brandt@example.org', name: 'Adam Brandt', roles: ['administrator'] },
  ismsManager: { email: 'ines.moreau@example.org', name: 'Ines Moreau', roles: ['isms-manager'] },
  owner: { email: 'omar.haddad@example.org', name: 'Omar Haddad', roles: [] },
  secondOwner: { email: 'petra.lind@example.org', name: 'Petra Lind', roles: [] },
  internalAuditor: { email: 'iris.vogt@example.org', name: 'Iris Vogt', roles: ['internal-auditor'] },
  topManagement: { email: 'theo.meier@example.org', name: 'Theo Meier', roles: ['top-management'] },
  leadAuditor: { email: 'lena.fischer@cb.example', name: 'Lena Fischer', roles: ['lead-auditor'] },
  decisionMaker: { email: 'dora.klein@cb.example', name: 'Dora Klein', roles: ['decision-maker'] },
  secondDecisionMaker: { email: 'dan.novak@cb.example', name: 'Dan Novak', roles: ['decision-maker'] },
} as const satisfies Record<string, Person>;

export const samplePeople: readonly Person[] = Object.values(sample);

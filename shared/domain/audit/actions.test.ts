import { describe, expect, it } from 'vitest';
import { auditActions, auditActionsOf } from './actions.ts';

const team = [
  { person: 'lena@cb.example', role: 'lead-auditor' },
  { person: 'anna@cb.example', role: 'auditor' },
] as const;

describe('what somebody may do with an audit', () => {
  it('the ISMS manager everything but what the certification body decides', () => {
    const held = auditActionsOf({ person: 'ines@example.org', roles: ['isms-manager'] }, team);
    expect(held).toEqual(auditActions.filter((action) => action !== 'regrade'));
  });

  it('a lead auditor everything on an audit of one’s own, and nothing on another', () => {
    expect(auditActionsOf({ person: 'lena@cb.example', roles: ['lead-auditor'] }, team)).toEqual(auditActions);
    expect(auditActionsOf({ person: 'lara@cb.example', roles: ['lead-auditor'] }, team)).toEqual([]);
    // The team names somebody who has lost the role since.
    expect(auditActionsOf({ person: 'lena@cb.example', roles: [] }, team)).toEqual([]);
  });

  it('an administrator sees and revokes links', () => {
    expect(auditActionsOf({ person: 'adam@example.org', roles: ['administrator'] }, team)).toEqual([
      'seeLinks',
      'revokeLinks',
    ]);
  });

  it('others nothing', () => {
    for (const roles of [['observer'], ['internal-auditor'], []] as const)
      expect(auditActionsOf({ person: 'omar@example.org', roles }, team)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { Person, systemActor } from './person.ts';

const person = (change: object) =>
  Person.safeParse({ email: 'Irma@Example.ORG', name: ' Irma ', roles: [], ...change });

test('is known by the address in lower case', () => {
  expect(person({})).toMatchObject({ success: true, data: { email: 'irma@example.org', name: 'Irma' } });
});

describe('no roles but those of the directory', () => {
  test.each(['owner', 'action-owner', 'auditor', 'system', 'superuser'])('%s is not given', (role) => {
    expect(person({ roles: [role] }).success).toBe(false);
  });
  test('the others are', () => {
    expect(person({ roles: ['isms-manager', 'internal-auditor'] }).success).toBe(true);
  });
});

test('nobody is Redress itself', () => {
  expect(person({ email: systemActor.person }).success).toBe(false);
});

test.each([
  ['no name', { name: ' ' }],
  ['no address', { email: 'irma' }],
  ['an unknown field', { phone: '1' }],
])('refused: %s', (_what, change) => {
  expect(person(change).success).toBe(false);
});

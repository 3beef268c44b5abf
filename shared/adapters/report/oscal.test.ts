import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOscal } from './oscal.ts';

const sample = readFileSync(
  new URL('../../../test/fixtures/reports/assessment-results.oscal.json', import.meta.url),
  'utf8',
);

const target = (state: string) => ({ type: 'objective-id', 'target-id': 'ac-2_obj', status: { state } });
const document = (results: unknown, metadata: unknown = {}) =>
  JSON.stringify({ 'assessment-results': { metadata, results } });
const refusal = (text: string) => {
  const result = readOscal(text);
  return result.ok ? undefined : result.refusals[0];
};

describe('OSCAL assessment results', () => {
  it('give the findings that are not satisfied, with their observations', () => {
    const result = readOscal(sample);
    expect(result.ok && result.value.findings).toEqual([
      {
        sourceId: '45d8a6c2-1368-4bad-9ba0-7141f0a32889',
        title: "GoodRead AwesomeCloud Account's System Engineer Role Permits High Risk Actions",
        description: expect.stringContaining('Delete and reset account audit logs.'),
        targetId: 'ac-6.1_obj',
        observations: [
          expect.stringMatching(
            /^AwesomeCloud IAM Roles Test - GoodRead System Engineer Role\nTest .*Collected 2023-06-02\.$/s,
          ),
        ],
        auditors: ['Amy Assessor'],
        assessedAt: '2023-06-02T08:46:51-04:00',
      },
    ]);
  });

  it('leave out satisfied findings, and take the start where no end is given', () => {
    const findings = [
      { uuid: 'a', title: 'A', description: 'a', target: target('satisfied') },
      { uuid: 'b', title: 'B', description: 'b', target: target('not-satisfied') },
    ];
    const result = readOscal(document([{ start: '2026-01-02T00:00:00Z', findings }]));
    expect(result.ok && result.value.findings).toMatchObject([
      { sourceId: 'b', assessedAt: '2026-01-02T00:00:00Z', observations: [] },
    ]);
  });

  it('prefer who raised a finding to who is responsible for all', () => {
    const metadata = {
      parties: [
        { uuid: 'p1', name: 'Jo' },
        { uuid: 'p2', name: 'Amy' },
      ],
      'responsible-parties': [
        { 'role-id': 'assessor', 'party-uuids': ['p2'] },
        { 'role-id': 'system-owner', 'party-uuids': ['p1'] },
      ],
    };
    const finding = { uuid: 'a', title: 'A', target: target('not-satisfied') };
    const origins = [
      {
        actors: [
          { type: 'tool', 'actor-uuid': 'p2' },
          { type: 'party', 'actor-uuid': 'p1' },
        ],
      },
    ];
    const result = readOscal(document([{ findings: [finding, { ...finding, origins }] }], metadata));
    expect(result.ok && result.value.findings.map(({ auditors }) => auditors)).toEqual([['Amy'], ['Jo']]);
  });

  it.each([
    ['plan-of-action-and-milestones', 'plan of action and milestones'],
    ['system-security-plan', 'system security plan'],
    ['assessment-plan', 'assessment plan'],
    ['catalog', 'catalog'],
  ])('are not a %s', (key, name) => {
    expect(refusal(JSON.stringify({ [key]: {} }))).toMatchObject({
      code: 'not-assessment-results',
      message: expect.stringContaining(name),
    });
  });

  it.each(['{"a": 1}', '[]', '[[1]]', '{"__proto__": {"assessment-results": {}}}'])('are not %s', (text) => {
    expect(refusal(text)?.code).toBe('not-a-report');
  });

  it('are refused where the JSON is damaged, or nested as no OSCAL is', () => {
    expect(refusal('{"assessment-results": {')).toMatchObject({
      code: 'report-unreadable',
      message: expect.stringContaining('damaged'),
    });
    expect(refusal('['.repeat(3_000_000))).toMatchObject({
      code: 'report-unreadable',
      message: expect.stringContaining('deep'),
    });
    expect(refusal(`{"a": "${'['.repeat(500)}\\"${'['.repeat(500)}"}`)?.code).toBe('not-a-report');
  });

  it('say where they are not as OSCAL describes them', () => {
    expect(refusal(document([{ findings: [{ uuid: 1 }] }]))).toMatchObject({
      code: 'report-unreadable',
      message: expect.stringContaining('results.0.findings.0.uuid'),
    });
  });
});

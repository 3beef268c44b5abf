import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from './manifest.ts';
import { isManifest } from './read-manifest.ts';

const hash = 'a'.repeat(64);
const chain = { id: 'x', events: 3, lastHash: hash };
const whole: Manifest = {
  format: 'redress-evidence-pack',
  version: 1,
  organization: 'Example AG',
  subject: { kind: 'audit', id: 'x' },
  madeAt: '2026-03-11T10:00:00.000Z',
  madeBy: 'irma@example.org',
  audit: { ...chain, title: 'Stage 2' },
  findings: [{ ...chain, number: 'NC-1', grade: 'major', status: 'awaiting', stage: 'plan', cycle: 1, round: 1 }],
  files: [{ path: 'README.txt', size: 0, sha256: hash, versionId: 'v1' }],
};

/** Every path to a value in the manifest. */
const places = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(path.length > 0 ? [path] : []),
        ...Object.entries(value).flatMap(([key, inner]) =>
          places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

const changed = (
  path: readonly (string | number)[],
  change: (holder: Record<string | number, unknown>, key: string | number) => void,
) => {
  const copy: unknown = structuredClone(whole);
  const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string | number, unknown>)[key], copy);
  change(holder as Record<string | number, unknown>, path.at(-1) ?? '');
  return copy;
};

describe('a manifest read by hand', () => {
  it('is one where the schema says so, and what the verifier needs of it is optional in both alike', () => {
    expect([Manifest.safeParse(whole).success, isManifest(whole)]).toEqual([true, true]);
    for (const path of places(whole)) {
      const without = changed(path, (holder, key) => {
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else delete holder[key];
      });
      expect([path, isManifest(without)]).toEqual([path, Manifest.safeParse(without).success]);
    }
  });

  it('is none where a value is of another kind', () => {
    for (const path of places(whole))
      for (const value of [null, {}, 7.5, -1]) {
        const other = changed(path, (holder, key) => {
          holder[key] = value;
        });
        expect([path, value, isManifest(other)]).toEqual([path, value, false]);
      }
  });

  it('never takes what the schema refuses for its shape, nor throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isManifest(value)).toBe(false);
      }),
    );
  });
});

import { fileURLToPath } from 'node:url';
import { transitions } from '#domain/finding/transitions.ts';
import { type Generated, settle } from './drift.ts';
import { lifecycleDiagram, transitionTable } from './lifecycle.ts';

/*
 * Writes docs/generated/lifecycle.mmd and docs/generated/transitions.md from the transition table.
 * `node scripts/generate/diagrams.ts [--check]`
 */

const inDocs = (name: string): string => fileURLToPath(new URL(`../../docs/generated/${name}`, import.meta.url));

export const generatedDiagrams = (): Generated => ({
  [inDocs('lifecycle.mmd')]: lifecycleDiagram(transitions),
  [inDocs('transitions.md')]: transitionTable(transitions),
});

if (import.meta.main) {
  process.exitCode = settle(generatedDiagrams(), process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}

import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openTables } from './tables.ts';

const opened = () => {
  const database = new DatabaseSync(':memory:');
  const tables = openTables(database);
  const keep = (hash: string) => tables.sql('INSERT INTO engine_definition VALUES (?, ?)').run(hash, '{}');
  const kept = () =>
    database
      .prepare('SELECT hash FROM engine_definition')
      .all()
      .map((row) => row.hash);
  return { database, tables, keep, kept };
};
const fail = (): never => {
  throw new Error('half way');
};

it('keeps all of a transaction, or nothing', () => {
  const { tables, keep, kept } = opened();
  expect(tables.transaction(() => keep('a').changes)).toBe(1);
  expect(() => tables.transaction(() => [keep('b'), fail()])).toThrow('half way');
  expect(kept()).toEqual(['a']);
});

it('is part of a transaction that the host has open', () => {
  const { database, tables, keep, kept } = opened();
  database.exec('BEGIN');
  tables.transaction(() => keep('a'));
  expect(() => tables.transaction(() => [keep('b'), fail()])).toThrow('half way');
  database.exec('COMMIT');
  expect(kept()).toEqual(['a']);
});

it('opens the tables of an earlier start as they are', () => {
  const { database, keep, kept } = opened();
  keep('a');
  openTables(database);
  expect(kept()).toEqual(['a']);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister } from '#adapters/aws/dynamodb/register.ts';
import { createKnownHeads } from '#use-cases/queries/known-heads.ts';
import { createLocalTable, type TestTable } from '../../test/contracts/table.ts';
import { fillRegister } from '../web/fill-register.ts';
import { createMeter } from './meter.ts';

const findings = 200;
let table: TestTable;
beforeAll(async () => {
  table = await createLocalTable();
  await fillRegister(createRegister(table, { now: () => '2026-03-09T08:00:00.000Z' }), findings);
}, 60_000);
afterAll(() => table.remove());

test('the register is read whole once, and then costs one unit each time, however large it is', async () => {
  const meter = createMeter();
  meter.watch(table.client);
  let second = 0;
  const now = () => new Date(Date.UTC(2026, 2, 10, 8, 0, second)).toISOString();
  const register = createRegister(table, { now });
  const heads = createKnownHeads(register);
  const read = async (): Promise<{ reads: number; known: number }> => {
    second += 2;
    const known = await meter.during('register', () => heads.latest());
    return { reads: meter.calls.at(-1)?.spent.reads ?? 0, known: known.findings.length };
  };

  const first = await read();
  expect(first.known).toBe(findings);
  // About 50 units for a thousand findings.
  expect(first.reads).toBeGreaterThan(5);
  expect(first.reads).toBeLessThan(15);
  expect(await read()).toEqual({ reads: 1, known: findings });

  const one = (await heads.latest()).findings[0];
  if (!one) throw new Error('the register is empty');
  await register.raise({ ...one, seq: one.seq + 1 });
  expect(await read()).toEqual({ reads: 1, known: findings });
});

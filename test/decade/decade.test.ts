import { describe, expect, it } from 'vitest';
import type { NoticeRecord } from '#ports/notices.ts';
import { cast } from '../builders/people.ts';
import { expectedMail } from './oracle.ts';
import { type Decade, live } from './ten-years.ts';
import { readers } from './world.ts';

/** The messages that went out, each as its reader and all notices that stand for it on record. */
const mailOn = (notices: readonly NoticeRecord[]): string[] => {
  const messages = Map.groupBy(notices, ({ messageId }) => messageId ?? 'none');
  return [...messages.values()]
    .map((of) => {
      const to = of[0]?.to ?? '';
      const said = of.map(({ owner, key }) => `${owner.aggregate} ${key.slice(0, -to.length - 1)}`).sort();
      return `${to}: ${said.join(', ')}`;
    })
    .sort();
};

/** The first few of each, so that a failure can be read; the same twice is a difference too. */
const differences = (expected: readonly string[], actual: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const each of actual) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of expected) counts.set(each, (counts.get(each) ?? 0) - 1);
  const those = (is: (count: number) => boolean) =>
    [...counts].flatMap(([each, count]) => (is(count) ? [each] : [])).slice(0, 5);
  return { missing: those((count) => count < 0), unexpected: those((count) => count > 0) };
};

describe.each<Decade>([
  { timeZone: 'Europe/Zurich', years: 10, seed: 1, findings: 250 },
  { timeZone: 'America/New_York', years: 3, seed: 2, findings: 30 },
  // Half an hour of daylight saving, and an offset of half an hour.
  { timeZone: 'Australia/Lord_Howe', years: 3, seed: 3, findings: 30 },
  { timeZone: 'Pacific/Pago_Pago', years: 3, seed: 4, findings: 30 },
  { timeZone: 'Pacific/Kiritimati', years: 3, seed: 5, findings: 30 },
])('$years years in $timeZone, hour by hour, with $findings findings', (decade) => {
  it('everybody is told what they must be told, each once, and nothing else', { timeout: 300_000 }, async () => {
    const { happenings, sent, notices } = await live(decade);
    const records = await notices();
    expect(records.filter(({ status }) => status !== 'sent')).toEqual([]);
    const world = { timeZone: decade.timeZone, readers, leadAuditor: cast.leadAuditor.person };
    const expected = expectedMail(world, happenings);
    expect(differences(expected, mailOn(records))).toEqual({ missing: [], unexpected: [] });
    // No message went out besides those, and none a second time.
    expect(sent).toHaveLength(expected.length);
    expect(new Set(sent).size).toBe(sent.length);
    // Enough happened, of every kind, for this to say something.
    const keys = records.map(({ key }) => key);
    for (const part of ['#owner#', '#verifier#', '#reviewer#', '#appeal#', '#-7#', '#0#', '#1#', '#near#', '#passed#'])
      expect([part, keys.filter((key) => key.includes(part)).length]).not.toEqual([part, 0]);
    expect(keys.length).toBeGreaterThan(decade.findings * 50);
  });
});

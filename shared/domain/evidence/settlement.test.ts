import { describe, expect, test } from 'vitest';
import { rulingOn, type Verdict } from './settlement.ts';

const at = '2026-03-09T08:00:00.000Z';
const by = 'GuardDuty';

describe('a verdict leads to', () => {
  test('nothing while there is none', () => {
    expect(rulingOn({ verdict: 'pending' }, at)).toEqual({ status: 'checking' });
  });

  test.each<[Verdict, object]>([
    [
      { verdict: 'clean', by },
      { status: 'clean', scan: { by, verdict: 'clean', at } },
    ],
    [
      { verdict: 'not-scanned', by: 'built-in check', detail: 'not scanned: no scanner installed' },
      {
        status: 'clean',
        scan: {
          by: 'built-in check',
          verdict: 'not-scanned',
          detail: 'not scanned: no scanner installed',
          at,
        },
      },
    ],
    [
      { verdict: 'infected', by, detail: 'Eicar-Test-Signature.' },
      {
        status: 'quarantined',
        reason: 'GuardDuty found malware in this file: Eicar-Test-Signature.',
        scan: { by, verdict: 'infected', detail: 'Eicar-Test-Signature.', at },
      },
    ],
    [
      { verdict: 'undecided', by },
      { status: 'held', reason: 'GuardDuty could not scan this file.', scan: { by, verdict: 'undecided', at } },
    ],
  ])('%o', (verdict, ruling) => {
    expect(rulingOn(verdict, at)).toEqual(ruling);
  });
});

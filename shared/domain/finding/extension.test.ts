import { expect, test } from 'vitest';
import { aNonconformity } from '../../../test/builders/finding.ts';
import { extensionLimits } from './extension.ts';
import { isAtStage } from './state.ts';

const plan = () => {
  const finding = aNonconformity().finding();
  if (!isAtStage(finding)) throw new Error('it is not at a stage');
  return finding;
};

test('as many days as the policy gives from the due date, where no cap is nearer', () => {
  const { cap, ...limits } = extensionLimits({ ...plan(), due: { ...plan().due, plan: '2026-03-23' } });
  expect(limits).toEqual({ due: '2026-03-23', daysEach: 30, latest: '2026-04-22', last: '2026-04-22' });
  expect(cap?.on ?? '9999').not.toBe('2026-04-22');
});

test('not past the hard cap', () => {
  const finding = plan();
  const anchors = { ...finding.anchors, certificateExpires: '2026-03-30' };
  expect(extensionLimits({ ...finding, due: { ...finding.due, plan: '2026-03-23' }, anchors })).toMatchObject({
    last: '2026-03-30',
    cap: { reason: 'certificate' },
  });
});

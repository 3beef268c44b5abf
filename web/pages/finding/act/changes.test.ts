import { expect, test } from 'vitest';
import type { Happened } from '../record/events.ts';
import { anyByOthers, changesSince } from './changes.ts';

const event = (seq: number, person: string): Happened =>
  ({ seq, actor: { person, role: 'owner' }, type: 'assigned' }) as Happened;
const [issued, asked, regraded] = [
  event(1, 'lena@cb.example'),
  event(2, 'omar@example.org'),
  event(3, 'lena@cb.example'),
];
const events = [regraded, issued, asked] as readonly Happened[];

test('what came after the version that somebody saw, in order, each with what it went from', () => {
  expect(changesSince(events, 1)).toEqual([
    { event: asked, before: issued },
    { event: regraded, before: asked },
  ]);
  expect(changesSince(events, 3)).toEqual([]);
});

test('what one did oneself is nothing by others', () => {
  expect(anyByOthers(changesSince(events, 1), 'omar@example.org')).toBe(true);
  expect(anyByOthers(changesSince(events, 2), 'lena@cb.example')).toBe(false);
});

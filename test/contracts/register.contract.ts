import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Clock } from '#ports/clock.ts';
import type { AuditHead, FindingHead, Page, Register } from '#ports/register.ts';
import { BadCursor } from '#ports/store.ts';
import { findingHead, newId, nonconformityHead } from './samples.ts';

/** Reads a list to its end, page by page. */
const pagesOf = async <T>(read: (next?: string) => Promise<Page<T>>): Promise<T[][]> => {
  const pages: T[][] = [];
  let next: string | undefined;
  do {
    const page = await read(next);
    pages.push([...page.items]);
    next = page.next;
  } while (next !== undefined);
  return pages;
};

/** @param makeAdapter one that raises by this clock; left out: by the machine's */
export const registerContract = (name: string, makeAdapter: (clock?: Clock) => Register): void => {
  describe(`register: ${name}`, () => {
    const findingsOf = (register: Register, audit: string, limit: number) =>
      pagesOf((next) => register.findings({ audit, limit, ...(next === undefined ? {} : { next }) }));

    const raiseFive = async (register: Register): Promise<string> => {
      const audit = newId();
      for (const number of ['NC-10', 'NC-2', 'OFI-1', 'NC-02b', 'NC-1'])
        await register.raise(findingHead({ audit, number }));
      await expect.poll(async () => (await findingsOf(register, audit, 10))[0]).toHaveLength(5);
      return audit;
    };

    it('gives a head back, one with everything and one with what every finding has', async () => {
      const register = makeAdapter();
      const whole: Required<FindingHead> = {
        ...nonconformityHead(),
        actionOwners: ['bea@example.org', 'carl@example.org'],
        closedOn: '2026-05-01',
        cap: { reason: 'six-months', on: '2026-08-27', noticesFrom: '2026-03-10' },
        noticesFrom: '2026-03-10',
        nextNoticeOn: '2026-03-16',
        decision: {
          stage: 'plan',
          outcome: 'accepted',
          on: '2026-03-12',
          by: 'Lena Lead',
          via: 'transcription',
          transcribedBy: 'irma@example.org',
        },
      };
      const { id, seq, audit, number, grade, status, owner, requirements, summary, issuedOn } = findingHead();
      const bare: FindingHead = { id, seq, audit, number, grade, status, owner, requirements, summary, issuedOn };
      for (const head of [whole, bare]) {
        await register.raise(head);
        expect(await register.head(head.id)).toEqual(head);
      }
      expect(await register.head(newId())).toBeUndefined();
    });

    it('is raised and never lowered', async () => {
      const register = makeAdapter();
      const head = findingHead({ seq: 5, owner: 'fifth@example.org' });
      await register.raise(head);
      await register.raise({ ...head, seq: 4, owner: 'fourth@example.org' });
      await register.raise({ ...head, owner: 'again@example.org' });
      expect(await register.head(head.id)).toEqual(head);
      const higher = { ...head, seq: 10, owner: 'tenth@example.org' };
      await register.raise(higher);
      expect(await register.head(head.id)).toEqual(higher);
    });

    it('lists the findings of an audit by number, as people count', async () => {
      const register = makeAdapter();
      const audit = await raiseFive(register);
      const pages = await findingsOf(register, audit, 2);
      expect(pages.map((page) => page.map(({ number }) => number))).toEqual([
        ['NC-1', 'NC-2'],
        ['NC-02b', 'NC-10'],
        ['OFI-1'],
      ]);
    });

    it('says with the last item that nothing follows', async () => {
      const register = makeAdapter();
      const audit = await raiseFive(register);
      expect((await findingsOf(register, audit, 5)).map(({ length }) => length)).toEqual([5]);
      expect(await findingsOf(register, newId(), 5)).toEqual([[]]);
    });

    it('lists all findings, each once', async () => {
      const register = makeAdapter();
      const audit = await raiseFive(register);
      const all = (await pagesOf((next) => register.findings({ limit: 3, ...(next && { next }) }))).flat();
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(all.filter((head) => head.audit === audit)).toHaveLength(5);
      expect(all.map((head) => head.audit)).toEqual(all.map((head) => head.audit).toSorted());
    });

    it('takes no cursor that this list has not handed out', async () => {
      const register = makeAdapter();
      const [audit, other] = [await raiseFive(register), await raiseFive(register)];
      const { next = '' } = await register.findings({ audit, limit: 1 });
      const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const foreign = [next.slice(0, -4), 'nonsense', '', encoded(null), encoded({ id: 'x', sort: `${other}#1` })];
      for (const cursor of foreign)
        await expect(register.findings({ audit: other, limit: 1, next: cursor })).rejects.toBeInstanceOf(BadCursor);
      await expect(register.findings({ audit: other, limit: 1, next })).rejects.toBeInstanceOf(BadCursor);
    });

    const openOf = async (register: Register, limit: number) =>
      (await pagesOf((next) => register.openFindings({ limit, ...(next && { next }) }))).flat();

    it('lists what is open by the date it waits for, those without one last, and each once', async () => {
      const register = makeAdapter();
      const audit = newId();
      const { due: _due, waitsFor: _for, ...bare } = findingHead({ audit, number: 'without' });
      const raised: FindingHead[] = [
        findingHead({ audit, number: 'late', due: '2026-05-01' }),
        bare,
        findingHead({ audit, number: 'early', due: '2026-01-31' }),
        findingHead({ audit, number: 'same day', due: '2026-01-31' }),
        findingHead({ audit, number: 'closed', due: '2026-01-01', status: 'closed' }),
        findingHead({ audit, number: 'withdrawn', due: '2026-01-01', status: 'withdrawn' }),
      ];
      for (const head of raised) await register.raise(head);
      const numbers = async (limit: number) =>
        (await openOf(register, limit)).filter((head) => head.audit === audit).map(({ number }) => number);
      await expect.poll(() => numbers(100)).toHaveLength(4);
      for (const limit of [1, 2, 100]) {
        const [one, two, ...later] = await numbers(limit);
        expect([one, two].toSorted()).toEqual(['early', 'same day']);
        expect(later).toEqual(['late', 'without']);
      }
    });

    it('lists a finding where it stands now, and no more once it is closed', async () => {
      const register = makeAdapter();
      const head = findingHead({ due: '2026-01-31' });
      const listed = async () => (await openOf(register, 50)).filter(({ id }) => id === head.id);
      await register.raise(head);
      await expect.poll(listed).toEqual([head]);
      const moved = { ...head, seq: 2, due: '2027-01-31' };
      await register.raise(moved);
      await expect.poll(listed).toEqual([moved]);
      const { due: _due, waitsFor: _for, ...rest } = moved;
      const closed = { ...rest, seq: 3, status: 'closed', closedOn: '2026-03-01' } as const;
      await register.raise(closed);
      await expect.poll(listed).toEqual([]);
      await register.raise({ ...closed, seq: 4, status: 'awaiting' });
      await expect.poll(listed).toHaveLength(1);
    });

    it('lists audits, the newest first', async () => {
      const register = makeAdapter();
      const heads = ['2031-01-02', '2031-02-01', '2030-12-31'].map(
        (firstDay): AuditHead => ({ id: newId(), seq: 1, kind: 'stage-2', title: 'Stage 2', firstDay }),
      );
      for (const head of heads) await register.raiseAudit(head);
      await register.raiseAudit({ ...heads[0], id: heads[0]?.id ?? '', seq: 2, title: 'Renamed' } as AuditHead);
      await register.raiseAudit({ ...heads[0], id: heads[0]?.id ?? '', seq: 1, title: 'Late' } as AuditHead);
      const ids = new Set(heads.map(({ id }) => id));
      const listed = async () =>
        (await pagesOf((next) => register.audits({ limit: 2, ...(next && { next }) })))
          .flat()
          .filter(({ id }) => ids.has(id));
      await expect
        .poll(async () => (await listed()).map(({ firstDay, title }) => [firstDay, title]))
        .toEqual([
          ['2031-02-01', 'Stage 2'],
          ['2031-01-02', 'Renamed'],
          ['2030-12-31', 'Stage 2'],
        ]);
    });

    describe('tells what has been raised', () => {
      /** A register by a clock of its own, in a century that nothing else is raised in. */
      const clocked = () => {
        let now = Date.parse(`${randomInt(3000, 9999)}-03-09T08:00:00.000Z`);
        const register = makeAdapter({ now: () => new Date(now).toISOString() });
        return {
          register,
          wait: (seconds: number): void => {
            now += seconds * 1000;
          },
          seqIn: async (id: string, mark?: string) =>
            (await register.raised(mark)).findings.find((head) => head.id === id)?.seq,
        };
      };

      it('all of it at first, of findings and of audits', async () => {
        const register = makeAdapter();
        const head = findingHead();
        const audit: AuditHead = { id: newId(), seq: 1, kind: 'stage-2', title: 'Stage 2', firstDay: '2031-01-02' };
        await register.raise(head);
        await register.raiseAudit(audit);
        const raised = async () => {
          const { findings, audits } = await register.raised();
          return [findings.find(({ id }) => id === head.id), audits.find(({ id }) => id === audit.id)];
        };
        await expect.poll(raised).toEqual([head, audit]);
      });

      it('then what is newer, and what is raised again', async () => {
        const { register, wait, seqIn } = clocked();
        const [early, late] = [findingHead(), findingHead()];
        await register.raise(early);
        await expect.poll(() => seqIn(early.id)).toBe(1);
        wait(300);
        const { mark } = await register.raised();
        wait(10);
        await register.raise(late);
        await expect.poll(() => seqIn(late.id, mark)).toBe(1);
        expect(await seqIn(early.id, mark)).toBeUndefined();
        await register.raise({ ...early, seq: 2 });
        await expect.poll(() => seqIn(early.id, mark)).toBe(2);
      });

      it('of audits too', async () => {
        const { register } = clocked();
        const { mark } = await register.raised();
        const audit: AuditHead = { id: newId(), seq: 3, kind: 'stage-2', title: 'Stage 2', firstDay: '2031-01-02' };
        await register.raiseAudit(audit);
        await expect.poll(async () => (await register.raised(mark)).audits).toContainEqual(audit);
      });

      it('what was raised up to a minute before comes again, as somebody else may have been slow', async () => {
        const { register, wait, seqIn } = clocked();
        const head = findingHead();
        await register.raise(head);
        wait(59);
        const { mark } = await register.raised();
        await expect.poll(() => seqIn(head.id, mark)).toBe(1);
      });

      it.each([
        ['after an hour', 3601],
        ['where the clock was put back', -3600],
      ])('all of it again %s', async (_when, seconds) => {
        const { register, wait, seqIn } = clocked();
        const head = findingHead();
        await register.raise(head);
        wait(300);
        const { mark } = await register.raised();
        const later = (await register.raised(mark)).mark;
        wait(seconds);
        await expect.poll(() => seqIn(head.id, later)).toBe(1);
      });

      it('by no mark but its own', async () => {
        await expect(makeAdapter().raised('yesterday')).rejects.toBeInstanceOf(RangeError);
      });
    });
  });
};

import { describe, expect, it } from 'vitest';
import type { Comment } from '#domain/comment/comment.ts';
import type { Comments } from '#ports/comments.ts';
import { instant, newId } from './samples.ts';

export interface CommentsSetting {
  readonly comments: Comments;
  /** Why writers cannot be raced against each other here. */
  readonly racesNothing?: string | undefined;
}

const aComment = (more: Partial<Comment> = {}): Comment => ({
  id: newId(),
  at: instant(0),
  person: 'omar@example.org',
  text: 'Wer hat das Protokoll – «restore» ✓ 🗄️ – gesehen?\n\nIch nicht.',
  ...more,
});

export const commentsContract = (name: string, makeAdapter: () => CommentsSetting): void => {
  describe(`comments: ${name}`, () => {
    it('keeps every comment as it was written, oldest first, those of each finding apart', async () => {
      const { comments } = makeAdapter();
      const finding = newId();
      // Ids are in another order than times.
      const late = aComment({ id: `1${newId()}`, at: instant(2) });
      const early = aComment({ id: `2${newId()}`, at: instant(1) });
      const [a, b] = [aComment({ id: `a${newId()}`, at: instant(3) }), aComment({ id: `b${newId()}`, at: instant(3) })];
      for (const comment of [b, late, a, early]) expect(await comments.add(finding, comment)).toBe('done');
      await comments.add(`${finding}2`, aComment());
      expect(await comments.of(finding)).toEqual([early, late, a, b]);
      expect(await comments.of(newId())).toEqual([]);
    });

    it('writes an id once', async () => {
      const { comments } = makeAdapter();
      const finding = newId();
      const comment = aComment();
      await comments.add(finding, comment);
      expect(await comments.add(finding, { ...comment, at: instant(5), text: 'Something else.' })).toBe('taken');
      expect(await comments.of(finding)).toEqual([comment]);
    });

    it('lets one of many who write the same at once write it', async (context) => {
      const { comments, racesNothing } = makeAdapter();
      if (racesNothing !== undefined) context.skip(racesNothing);
      const finding = newId();
      const comment = aComment();
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => comments.add(finding, comment)));
      expect(outcomes.toSorted()).toEqual(['done', 'taken', 'taken', 'taken']);
    });

    it('reads many long ones whole', async () => {
      const { comments } = makeAdapter();
      const finding = newId();
      const all = Array.from({ length: 100 }, (_none, place) =>
        aComment({ at: instant(place), text: '€'.repeat(4000) }),
      );
      await Promise.all(all.map((comment) => comments.add(finding, comment)));
      expect(await comments.of(finding)).toEqual(all);
    });
  });
};

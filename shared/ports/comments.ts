import type { Comment } from '../domain/comment/comment.ts';

/** Written once, never changed, never deleted. */
export interface Comments {
  /** `taken`: there is one of this id on the finding; nothing was written. */
  add(finding: string, comment: Comment): Promise<'done' | 'taken'>;
  /** Oldest first. */
  of(finding: string): Promise<readonly Comment[]>;
}

import { drop } from './kept.ts';
import { forgetRequest } from './request-key.ts';

/** Ends a draft that was taken, or that nobody wants any more: the same content is another request from now on. */
export const giveUp = (name: string): void => {
  forgetRequest(window.localStorage, name);
  drop(name);
};

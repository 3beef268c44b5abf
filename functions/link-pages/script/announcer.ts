import { classes } from './contract.ts';
import { element } from './element.ts';

/** Sentences that are read out stay this long in the page, in milliseconds. */
const stay = 20_000;

/** Tells screen readers what happened, one sentence after the other, without moving the focus. */
export const createAnnouncer = () => {
  const region = element('div', {
    class: classes.unseen,
    role: 'status',
    'aria-live': 'polite',
    'aria-atomic': 'false',
  });
  return {
    region,
    say: (sentence: string): void => {
      const said = element('p', {}, sentence);
      region.append(said);
      setTimeout(() => said.remove(), stay);
    },
  };
};

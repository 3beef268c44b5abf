import { isUnderWay } from '../../../shared/upload/course.ts';
import type { Stand } from '../../../shared/upload/stand.ts';
import { classes } from './contract.ts';
import { element } from './element.ts';
import type { ScriptWords } from './words.ts';

const percentOf = (bytes: number, size: number): number => Math.min(100, Math.floor((100 * bytes) / size));

/** Where a file stands, in a sentence. */
const sayingOf = (stand: Stand, size: number, words: ScriptWords): string => {
  if (stand.at === 'reading' || stand.at === 'sending') return words[stand.at](percentOf(stand.bytes, size));
  if (stand.at === 'held' || stand.at === 'refused' || stand.at === 'broken') return words[stand.at](stand.reason);
  return words.stands[stand.at];
};

/** What is read out when a file comes to stand there: neither the wait for its turn nor each percent. */
export const announcementOf = (stand: Stand, size: number, words: ScriptWords): string | undefined => {
  if (stand.at === 'waiting') return undefined;
  return stand.at === 'reading' || stand.at === 'sending' ? words.begins[stand.at] : sayingOf(stand, size, words);
};

export interface RowActions {
  tryAgain(): void;
  chooseOther(): void;
  remove(): void;
}

export interface Row {
  readonly item: HTMLLIElement;
  show(stand: Stand): void;
}

/** One file in the list. Its buttons come and go with where it stands. */
export const rowFor = ({ name, size }: Pick<File, 'name' | 'size'>, words: ScriptWords, actions: RowActions): Row => {
  const progress = element('progress', { max: '100', 'aria-label': name });
  const saying = element('p', { class: 'saying' });
  const button = (text: string, act: () => void, quiet = false): HTMLButtonElement => {
    const made = element(
      'button',
      { type: 'button', class: quiet ? classes.quiet : undefined },
      text,
      element('span', { class: classes.unseen }, `: ${name}`),
    );
    made.addEventListener('click', act);
    return made;
  };
  const tryAgain = button(words.tryAgain, actions.tryAgain);
  const chooseOther = button(words.chooseOther, actions.chooseOther);
  const remove = button(words.remove, actions.remove, true);
  const buttons = element('p', { class: 'buttons' }, tryAgain, chooseOther, remove);
  const item = element(
    'li',
    { class: 'file', tabindex: '-1' },
    element('p', { class: 'name' }, element('strong', {}, name), ' ', element('span', {}, words.size(size))),
    progress,
    saying,
    buttons,
  );
  return {
    item,
    show: (stand) => {
      const focused = [tryAgain, chooseOther, remove].find((each) => each === document.activeElement);
      item.dataset.stand = stand.at;
      saying.textContent = sayingOf(stand, size, words);
      progress.hidden = !isUnderWay(stand) && stand.at !== 'checking';
      if (stand.at === 'checking') progress.removeAttribute('value');
      else progress.value = 'bytes' in stand ? percentOf(stand.bytes, size) : 0;
      tryAgain.hidden = stand.at !== 'broken';
      chooseOther.hidden = stand.at !== 'refused';
      remove.hidden = !isUnderWay(stand) && stand.at !== 'refused' && stand.at !== 'broken';
      buttons.hidden = remove.hidden;
      // The button that was pressed has gone: the focus stays with its file.
      if (focused && (focused.hidden || buttons.hidden)) item.focus();
    },
  };
};

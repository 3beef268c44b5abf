import { classes } from './contract.ts';
import { element } from './element.ts';
import { endingsOf } from './file-rules.ts';
import type { Settings } from './settings.ts';

const usesIn = ({ usesLeft, words }: Settings): string => {
  if (!Number.isFinite(usesLeft)) return '';
  return ` ${usesLeft > 0 ? words.takesFewer(usesLeft) : words.takesUnfinished}`;
};

/** The place where files are chosen or dropped. */
export const createChooser = (settings: Settings, chosen: (files: readonly File[]) => void, cancelled: () => void) => {
  const { words } = settings;
  const many = settings.usesLeft !== 1;
  const endings = endingsOf(settings);
  const input = element('input', {
    class: classes.unseen,
    type: 'file',
    id: 'choose',
    multiple: many,
    accept: endings.join(','),
    'aria-describedby': 'choose-hint',
  });
  const takes = words.takes(endings.join(', '), words.size(settings.largestBytes));
  const place = element(
    'div',
    { class: 'drop' },
    // The label is what is seen and pressed; the field itself would say "no file chosen" for good.
    element(
      'p',
      {},
      input,
      element('label', { for: 'choose' }, words.choose(many)),
      element('span', {}, words.drop(many)),
    ),
    element('p', { class: 'hint', id: 'choose-hint' }, takes, usesIn(settings)),
  );
  const give = (files: FileList | undefined): void => {
    if (files && files.length > 0 && !input.disabled) chosen([...files]);
  };
  input.addEventListener('change', () => {
    give(input.files ?? undefined);
    // The same file may be chosen again.
    input.value = '';
  });
  input.addEventListener('cancel', cancelled);
  for (const kind of ['dragenter', 'dragover'] as const)
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.dataset.over = 'yes';
    });
  for (const kind of ['dragleave', 'drop'] as const)
    place.addEventListener(kind, () => {
      delete place.dataset.over;
    });
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    give(event.dataTransfer?.files);
  });
  // A file that misses the place would replace the page.
  for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault());
  return {
    place,
    /** Opens the browser's dialog. */
    open: () => input.click(),
    close: () => {
      input.disabled = true;
    },
  };
};

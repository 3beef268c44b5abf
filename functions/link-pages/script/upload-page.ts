import { courseOf, isUnderWay } from '../../../shared/upload/course.ts';
import { rememberedIn } from '../../../shared/upload/remembered.ts';
import type { Stand } from '../../../shared/upload/stand.ts';
import { createAnnouncer } from './announcer.ts';
import { createChooser } from './chooser.ts';
import { classes } from './contract.ts';
import { element } from './element.ts';
import { faultByLook } from './file-rules.ts';
import { serverAt } from './link-server.ts';
import { createQueue } from './queue.ts';
import { announcementOf, type Row, rowFor } from './row.ts';
import type { Settings } from './settings.ts';
import { createUploadedList } from './uploaded-list.ts';

/** Files that are read and sent at the same time. */
const atOnce = 2;
/** Whether a file has arrived or may still do so. */
const mayArrive = ({ at }: Stand): boolean => at !== 'refused' && at !== 'dead';

interface Entry {
  readonly file: File;
  readonly row: Row;
  stand: Stand;
  begin(): void;
}

const isSame = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** Puts choosing, sending and watching of files in place of the section's plain forms. */
export const takeOver = (section: HTMLElement, settings: Settings): void => {
  const { words } = settings;
  const server = serverAt(settings.files, words);
  const remembered = rememberedIn(sessionStorage, settings.link);
  const queue = createQueue(atOnce);
  const announcer = createAnnouncer();
  const uploadedList = createUploadedList();
  const entries = new Set<Entry>();
  const list = element('ul', { class: 'files' });
  const heading = element('h3', { hidden: true }, words.files);
  /** The row whose file another one takes the place of. */
  let replaced: (() => void) | undefined;

  const guard = (event: BeforeUnloadEvent): void => event.preventDefault();
  const onTheWay = (): boolean => [...entries].some(({ stand }) => isUnderWay(stand));
  const onStand = (): void => {
    if (onTheWay()) window.addEventListener('beforeunload', guard);
    else window.removeEventListener('beforeunload', guard);
  };

  const close = (): void => {
    if (section.dataset.dead) return;
    section.dataset.dead = 'yes';
    chooser.close();
    list.before(element('p', { class: `${classes.notice} ${classes.bad}`, role: 'alert' }, words.stands.dead));
  };

  /** A file that was chosen twice is sent once. */
  const addOnce = (file: File): void => {
    const before = [...entries].find((each) => mayArrive(each.stand) && isSame(each.file, file));
    if (!before) add(file);
    else if (before.stand.at === 'broken') before.begin();
    else before.row.item.focus();
  };

  const add = (file: File): void => {
    const abort = new AbortController();
    const show = (stand: Stand): void => {
      const isNew = stand.at !== entry.stand.at;
      if (isNew && entry.stand.at === 'checking') uploadedList.refresh();
      entry.stand = stand;
      row.show(stand);
      onStand();
      if (stand.at === 'dead') close();
      const announcement = isNew ? announcementOf(stand, file.size, words) : undefined;
      if (announcement !== undefined) announcer.say(`${file.name}: ${announcement}`);
    };
    const course = courseOf(file, { server, remembered, signal: abort.signal, words }, show);
    const begin = (): void => {
      show({ at: 'waiting' });
      queue.add(course.go);
    };
    const remove = (): void => {
      abort.abort();
      entries.delete(entry);
      row.item.remove();
      heading.hidden = entries.size === 0;
      onStand();
    };
    const row = rowFor(file, words, {
      tryAgain: begin,
      chooseOther: () => {
        replaced = remove;
        chooser.open();
      },
      remove: () => {
        remove();
        (list.querySelector<HTMLElement>('.file') ?? section.querySelector('input'))?.focus();
      },
    });
    const entry: Entry = { file, row, stand: { at: 'waiting' }, begin };
    entries.add(entry);
    list.append(row.item);
    heading.hidden = false;
    const fault = faultByLook(file, settings);
    if (fault === undefined) begin();
    else show({ at: 'refused', reason: fault });
  };

  const chosen = (files: readonly File[]): void => {
    replaced?.();
    replaced = undefined;
    for (const file of files) addOnce(file);
  };
  const chooser = createChooser(settings, chosen, () => {
    replaced = undefined;
  });
  const title = section.querySelector('h2');
  section.replaceChildren(...(title ? [title] : []), chooser.place, heading, list, announcer.region);
};

import type { PreviewWords } from '#domain/words/link-pages/index.ts';
import { fetchChecked, NotShown, type Recorded, type WhyNot } from '../../../shared/preview/checked.ts';
import { previewKindOf } from '../../../shared/preview/kinds.ts';
import { showIn } from '../../../shared/preview/viewer.ts';
import { classes, ids, previewData } from './contract.ts';
import { element } from './element.ts';

/*
 * The script of the review page: puts a button beside each file that can be shown, and shows it below. Built with the web
 * application and served with it: where that is not installed, files are downloaded.
 */

const addressAt = async (path: string, signal: AbortSignal): Promise<string> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: '{}',
    cache: 'no-store',
    credentials: 'same-origin',
    signal,
  }).catch(() => undefined);
  if (!response?.ok) throw new NotShown('unreachable');
  const { url } = (await response.json()) as { readonly url: string };
  return url;
};

/** The place below the list where one file at a time is shown. */
const placeIn = (section: HTMLElement, words: PreviewWords) => {
  const status = element('p', { role: 'status' });
  const close = element('button', { type: 'button', class: classes.quiet }, words.close);
  const heading = element('h3', { tabindex: '-1' });
  const host = element('div');
  const place = element(
    'div',
    { class: classes.preview, hidden: true },
    heading,
    status,
    host,
    element('p', {}, close),
  );
  section.append(place);
  let end = (): void => {};

  const failed = (why: WhyNot): void => {
    status.textContent = words.failures[why];
  };
  const show = async (record: Recorded, path: string, opener: HTMLElement): Promise<void> => {
    end();
    const stop = new AbortController();
    end = () => {
      stop.abort();
      host.replaceChildren();
    };
    close.onclick = () => {
      end();
      place.hidden = true;
      opener.focus();
    };
    const title = words.title.replace('{name}', record.name);
    heading.textContent = title;
    status.textContent = words.loading;
    place.hidden = false;
    heading.focus();
    try {
      const bytes = await fetchChecked(record, () => addressAt(path, stop.signal), stop.signal);
      const remove = showIn(host, {
        record,
        bytes,
        title,
        language: document.documentElement.lang,
        isDark: matchMedia('(prefers-color-scheme: dark)').matches,
        words: { page: words.page, unreadable: words.failures.unreadable },
        told: (outcome) => {
          if ('why' in outcome) {
            host.replaceChildren();
            failed(outcome.why);
          } else status.textContent = [words.onRecord, ...(outcome.isCut ? [words.cut] : [])].join(' ');
        },
      });
      stop.signal.addEventListener('abort', remove);
    } catch (failure) {
      if (!stop.signal.aborted) failed(failure instanceof NotShown ? failure.why : 'unreadable');
    }
  };
  return { show };
};

const section = document.getElementById(ids.evidence);
if (section) {
  const words = JSON.parse(section.getAttribute(previewData.words) ?? '') as PreviewWords;
  const { show } = placeIn(section, words);
  for (const cell of section.querySelectorAll<HTMLElement>(`[${previewData.address}]`)) {
    const given = (name: string): string => cell.getAttribute(name) ?? '';
    const record = {
      name: given(previewData.name),
      type: given(previewData.type),
      size: Number(given(previewData.size)),
      sha256: given(previewData.sha256),
    };
    if (previewKindOf(record.type) === undefined) {
      cell.append(element('p', { class: classes.hint }, words.noPreview));
      continue;
    }
    const button = element(
      'button',
      { type: 'button', class: classes.quiet },
      words.preview,
      element('span', { class: classes.unseen }, ` ${record.name}`),
    );
    button.addEventListener('click', () => void show(record, given(previewData.address), button));
    cell.prepend(button);
  }
}

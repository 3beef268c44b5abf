import { ids } from './contract.ts';

/**
 * The server's own list of what came by this link, kept up to date: it is taken from the page as it is now. Where that
 * fails the list stays as it was; the files' own rows say how each stands.
 */
export const createUploadedList = () => {
  let isAsked = false;
  let isUnderWay = false;

  const refresh = async (): Promise<void> => {
    const list = document.getElementById(ids.uploaded);
    if (!list) return;
    const response = await fetch(location.pathname, { headers: { accept: 'text/html' }, cache: 'no-store' });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById(ids.uploaded);
    if (fresh) list.replaceChildren(...fresh.childNodes);
  };

  const run = async (): Promise<void> => {
    isUnderWay = true;
    while (isAsked) {
      isAsked = false;
      await refresh().catch(() => undefined);
    }
    isUnderWay = false;
  };

  return {
    /** Several calls at once are one look, and one more when it has ended. */
    refresh: (): void => {
      isAsked = true;
      if (!isUnderWay) void run();
    },
  };
};

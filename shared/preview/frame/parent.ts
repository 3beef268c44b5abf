import type { FromFrame, ToFrame } from '../protocol.ts';

/** Says something to the page. It knows its frame; what origin the page has the frame need not. */
export const say = (message: FromFrame): void => window.parent.postMessage(message, '*');

type Show = Extract<ToFrame, { redress: 'show' }>;

/** Waits for the file, dresses the frame for it, and shows it. */
export const onShow = (
  show: (file: Show) => Promise<{ readonly isCut: boolean }>,
  failed: (failure: unknown) => void,
) => {
  window.addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
    if (source !== window.parent || data.redress !== 'show') return;
    document.documentElement.lang = data.language;
    document.documentElement.dataset.theme = data.isDark ? 'dark' : 'light';
    document.title = data.name;
    show(data).then(({ isCut }) => say({ redress: 'shown', isCut }), failed);
  });
  say({ redress: 'ready' });
};

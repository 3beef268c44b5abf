import type { Recorded, WhyNot } from './checked.ts';
import { previewKindOf } from './kinds.ts';
import { assetFolders, type FrameWords, type FromFrame, heard, type ToFrame } from './protocol.ts';

/** Where the build puts what runs in the frame. */
const folder = '/preview';

/** What the frame is: nothing but its script and its style. It can ask nobody, and keep nothing. */
const frameDocument = (origin: string, script: string): string => {
  const policy = [
    "default-src 'none'",
    `script-src ${origin}${folder}/`,
    `style-src ${origin}${folder}/`,
    'img-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Preview</title>',
    `<link rel="stylesheet" href="${origin}${folder}/frame.css"><script defer src="${origin}${folder}/${script}"></script>`,
    '</head><body></body></html>',
  ].join('');
};

const assetAt = async (
  kind: keyof typeof assetFolders,
  fileName: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const response = await fetch(`${folder}/${assetFolders[kind]}/${fileName}`, { credentials: 'omit' });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
};

export interface Shown {
  readonly record: Recorded;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What a screen reader calls the frame. */
  readonly title: string;
  readonly language: string;
  readonly isDark: boolean;
  readonly words: FrameWords;
  /** Told how it went: shown, or why not. */
  readonly told: (outcome: { readonly isCut: boolean } | { readonly why: WhyNot }) => void;
}

/**
 * Shows a file in a frame of its own within `host`. Evidence is hostile: the frame is sandboxed without an origin, so that
 * whatever a file should make happen in there reaches neither the page nor its session nor any address.
 * @returns takes it away again
 */
export const showIn = (host: HTMLElement, shown: Shown): (() => void) => {
  const { record, bytes, title, language, isDark, words, told } = shown;
  const kind = previewKindOf(record.type);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('referrerpolicy', 'no-referrer');
  frame.className = 'preview-frame';
  frame.title = title;
  frame.srcdoc = frameDocument(window.location.origin, kind === 'pdf' ? 'pdf.js' : 'plain.js');

  // Its origin is opaque, and has no name to send to.
  const say = (message: ToFrame): void => frame.contentWindow?.postMessage(message, '*');
  const answer = async ({ id, kind: folderOf, fileName }: FromFrame & { redress: 'asset' }): Promise<void> =>
    say({ redress: 'asset', id, bytes: await assetAt(folderOf, fileName) });
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow) return;
    const message = heard(data);
    if (message?.redress === 'asset') void answer(message);
    else if (message?.redress === 'shown') told({ isCut: message.isCut });
    else if (message?.redress === 'failed') told({ why: message.why });
    else if (message?.redress === 'ready' && kind)
      say({ redress: 'show', kind, type: record.type, bytes, name: record.name, language, isDark, words });
  };
  window.addEventListener('message', listen);
  host.append(frame);
  return () => {
    window.removeEventListener('message', listen);
    frame.remove();
  };
};

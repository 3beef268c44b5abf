import type { PreviewKind } from './kinds.ts';

/*
 * What a page and the frame that shows a file say to each other. The frame has no origin, no network and no storage; it
 * may run hostile code, should a file ever get the better of it. So the page takes nothing from it but these words.
 */

/** Files of PDF.js that the frame asks for: maps of characters, and the fonts that every PDF may use without bringing them. */
export const assetFolders = { cMapUrl: 'cmaps', standardFontDataUrl: 'fonts' } as const;
export type AssetKind = keyof typeof assetFolders;

/** What the frame says itself. */
export interface FrameWords {
  /** `Page {page} of {pages}` */
  readonly page: string;
  /** Of a page that cannot be drawn. */
  readonly unreadable: string;
}

export type FromFrame =
  | { readonly redress: 'ready' }
  | { readonly redress: 'shown'; readonly isCut: boolean }
  | { readonly redress: 'failed'; readonly why: 'unreadable' | 'password' }
  | { readonly redress: 'asset'; readonly id: number; readonly kind: AssetKind; readonly fileName: string };

export type ToFrame =
  | {
      readonly redress: 'show';
      readonly kind: PreviewKind;
      readonly type: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly name: string;
      readonly language: string;
      readonly isDark: boolean;
      readonly words: FrameWords;
    }
  | { readonly redress: 'asset'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> | undefined };

/** What a frame said, or `undefined` for anything that is none of its words. */
export const heard = (data: unknown): FromFrame | undefined => {
  if (typeof data !== 'object' || data === null || !('redress' in data)) return undefined;
  const said = data as Readonly<Record<string, unknown>>;
  switch (said.redress) {
    case 'ready':
      return { redress: 'ready' };
    case 'shown':
      return { redress: 'shown', isCut: said.isCut === true };
    case 'failed':
      return { redress: 'failed', why: said.why === 'password' ? 'password' : 'unreadable' };
    case 'asset': {
      const { id, kind, fileName } = said;
      const isAsset = kind === 'cMapUrl' || kind === 'standardFontDataUrl';
      return typeof id === 'number' &&
        isAsset &&
        typeof fileName === 'string' &&
        /^[\w-]+\.(bcmap|pfb|ttf)$/.test(fileName)
        ? { redress: 'asset', id, kind, fileName }
        : undefined;
    }
    default:
      return undefined;
  }
};

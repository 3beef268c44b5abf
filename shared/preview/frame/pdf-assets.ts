import type { AssetKind, ToFrame } from '../protocol.ts';
import { say } from './parent.ts';

const waiting = new Map<number, (bytes: Uint8Array<ArrayBuffer> | undefined) => void>();
let asked = 0;

window.addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== window.parent || data.redress !== 'asset') return;
  waiting.get(data.id)?.(data.bytes);
  waiting.delete(data.id);
});

const isKind = (kind: string): kind is AssetKind => kind === 'cMapUrl' || kind === 'standardFontDataUrl';

/** Has the page fetch what PDF.js needs besides the file: this frame can ask nobody. */
export class PagesAssets {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      if (!isKind(kind)) return reject(new Error(`no ${kind} here`));
      asked += 1;
      waiting.set(asked, (bytes) => (bytes ? resolve(bytes) : reject(new Error(`there is no ${filename}`))));
      say({ redress: 'asset', id: asked, kind, fileName: filename });
    });
  }
}

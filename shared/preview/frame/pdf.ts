import 'pdfjs-dist/build/pdf.worker.mjs';
import { getDocument, PasswordException, VerbosityLevel } from 'pdfjs-dist';
import { onShow, say } from './parent.ts';
import { PagesAssets } from './pdf-assets.ts';
import { pageIn } from './pdf-page.ts';

/*
 * In the frame: draws a PDF page by page, as pictures. PDF.js reads it on this frame's own thread (its worker is part of
 * this script: a frame without an origin may start none). Scripts, forms and links of the PDF are not brought to life.
 */

/** Pages that are shown, at most: a page tree of a few bytes may claim millions. */
const mostPages = 500;

onShow(
  async ({ bytes, words }) => {
    const pdf = await getDocument({
      data: bytes,
      verbosity: VerbosityLevel.ERRORS,
      // Compiled code would need a looser policy: decoders of pictures are plain script here, only slower.
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      // The same on every machine, and nobody learns which fonts this one has.
      useSystemFonts: false,
      cMapUrl: 'cmaps/',
      standardFontDataUrl: 'fonts/',
      BinaryDataFactory: PagesAssets,
    }).promise;
    const pages = Array.from({ length: Math.min(pdf.numPages, mostPages) }, (_each, i) => pageIn(pdf, i + 1, words));
    await pages[0]?.first;
    return { isCut: pdf.numPages > mostPages };
  },
  (failure) => say({ redress: 'failed', why: failure instanceof PasswordException ? 'password' : 'unreadable' }),
);

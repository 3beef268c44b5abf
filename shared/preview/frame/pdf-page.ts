import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { FrameWords } from '../protocol.ts';

/** Pixels of one picture, at most: a page of any size fits on any device. */
const mostPixels = 8_000_000;

const textOf = async (page: PDFPageProxy): Promise<string> => {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
};

/** How many of the device's pixels go on one unit of the page, so that it fills the width. */
const scaleOf = (page: PDFPageProxy, width: number): number => {
  const { width: own, height } = page.getViewport({ scale: 1 });
  const wished = (width * Math.min(window.devicePixelRatio, 2)) / own;
  return Math.min(wished, Math.sqrt(mostPixels / (own * height)));
};

/** A page as a picture, with its text for who cannot see it. */
const drawn = async (page: PDFPageProxy, width: number): Promise<HTMLCanvasElement> => {
  const viewport = page.getViewport({ scale: scaleOf(page, width) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport }).promise;
  canvas.textContent = await textOf(page);
  page.cleanup();
  return canvas;
};

/**
 * Puts one page at its place: it is drawn when it is near, and let go of when it is far.
 * `first`: resolves once it is drawn for the first time.
 */
export const pageIn = (pdf: PDFDocumentProxy, number: number, words: FrameWords): { readonly first: Promise<void> } => {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const place = document.createElement('div');
  place.className = 'page';
  caption.textContent = words.page.replace('{page}', String(number)).replace('{pages}', String(pdf.numPages));
  figure.append(caption, place);
  document.body.append(figure);

  const { promise: first, resolve, reject } = Promise.withResolvers<void>();
  // Where nobody waits for this page, its caption says what became of it.
  first.catch(() => undefined);
  let isNear = false;
  let isUnderWay = false;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    // Its place stays as high when the picture is let go of.
    place.style.aspectRatio = `${width} / ${height}`;
    const canvas = await drawn(page, place.clientWidth);
    if (isNear) place.replaceChildren(canvas);
    resolve();
  };
  const begin = (): void => {
    isUnderWay = true;
    draw()
      .catch((failure: unknown) => {
        caption.append(` – ${words.unreadable}`);
        reject(failure);
      })
      .finally(() => {
        isUnderWay = false;
      });
  };
  new IntersectionObserver(
    (entries) => {
      isNear = entries.at(-1)?.isIntersecting === true;
      if (!isNear) place.replaceChildren();
      else if (!isUnderWay && place.childElementCount === 0) begin();
    },
    // Named, since in a frame of another origin the margin around the page's own window is not told.
    { root: document, rootMargin: '100%' },
  ).observe(figure);
  return { first };
};

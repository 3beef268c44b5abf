import { textIn } from '../text.ts';
import { onShow, say } from './parent.ts';

/* In the frame: shows a picture or a text. */

const picture = async (bytes: Uint8Array<ArrayBuffer>, type: string, name: string): Promise<void> => {
  const image = document.createElement('img');
  image.alt = name;
  // The type is of the two that are shown, so the browser takes it for nothing else.
  image.src = URL.createObjectURL(new Blob([bytes], { type }));
  await image.decode();
  document.body.append(image);
};

const text = (bytes: Uint8Array<ArrayBuffer>): boolean => {
  const shown = textIn(bytes);
  const place = document.createElement('pre');
  place.tabIndex = 0;
  place.textContent = shown.text;
  document.body.append(place);
  return shown.isCut;
};

onShow(
  async ({ kind, type, bytes, name }) => {
    if (kind === 'text') return { isCut: text(bytes) };
    await picture(bytes, type, name);
    return { isCut: false };
  },
  () => say({ redress: 'failed', why: 'unreadable' }),
);

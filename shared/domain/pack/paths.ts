/** Names that Windows keeps for devices, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;

/** Bytes of a file name in UTF-8, at most: file systems take 255, and some put a prefix before it. */
const mostBytes = 120;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Cut between characters, so that no more than so many bytes are left. */
const cut = (text: string, most: number): string => {
  if (bytesOf(text) <= most) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, read);
};

const withMark = (name: string, mark: string): string => {
  const dot = name.lastIndexOf('.');
  // An ending of more than a few characters is no ending but a name with a dot in it.
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  const stem = name.slice(0, name.length - ending.length);
  return `${cut(stem, mostBytes - bytesOf(ending) - bytesOf(mark)).replace(/[. ]+$/, '')}${mark}${ending}`;
};

/**
 * A file name that every system can write and that leads nowhere else: no separators, no control or invisible
 * characters (also those that turn the direction of writing), no Windows device, no dot or space at its ends, not
 * hidden, not too long.
 */
export const safeFileName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\uFFFD]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = plain === '' ? 'file' : plain;
  const [stem = ''] = named.split('.');
  return withMark(reserved.test(stem.trim()) ? `_${named}` : named, '');
};

/** Gives each name once per folder, also where a file system takes upper and lower case for one. */
export const createNames = () => {
  const taken = new Set<string>();
  return {
    /** The folder (ended by a slash) with a safe name in it that nobody has yet: `report.pdf`, then `report (2).pdf`. */
    pathIn: (folder: string, name: string): string => {
      const safe = safeFileName(name);
      for (let figure = 1; ; figure += 1) {
        const path = `${folder}${figure === 1 ? safe : withMark(safe, ` (${figure})`)}`;
        const key = path.normalize('NFKC').toLowerCase();
        if (taken.has(key)) continue;
        taken.add(key);
        return path;
      }
    },
  };
};

/** Whether a path of a pack, extracted anywhere, stays there and says what it says. */
export const isSafePath = (path: string): boolean =>
  path.split('/').every((name) => name !== '' && name === safeFileName(name));

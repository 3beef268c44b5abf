/** What would lead out of a folder, end a line, or turn a name around so that its ending reads as another. */
const unsafe = /[\p{Cc}\p{Bidi_Control}/\\]/gu;

/** RFC 8187 leaves fewer characters as they are than `encodeURIComponent` does. */
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The header `Content-Disposition` that makes a browser save a file under this name, never show it. All of the name is
 * in the form of RFC 8187, which leaves it no way out of the header.
 */
export const attachmentNamed = (fileName: string): string => {
  const name = fileName.toWellFormed().replace(unsafe, '_');
  return `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;
};

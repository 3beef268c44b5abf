/** Characters that turn the direction of the text after them: with these a text can look like another one. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text on one line, without line breaks and control characters of any kind: what a heading or a name takes. */
export const flat = (text: string): string =>
  text
    .replace(turning, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();

/** The lines of a text, each as {@link flat} makes it, without empty ones at its beginning and end. */
export const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map(flat);
  const isText = (line: string): boolean => line !== '';
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
};

/** Text of people on one line of `most` characters: no line break of theirs may end a mail's subject. */
export const oneLine = (text: string, most: number): string => {
  const characters = [...flat(text)];
  if (characters.length <= most) return characters.join('');
  const cut = characters.slice(0, most - 1).join('');
  return `${cut.trimEnd()}…`;
};

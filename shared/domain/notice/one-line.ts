/** Text of people on one line of `most` characters: no line break of theirs may end a mail's subject. */
export const oneLine = (text: string, most: number): string => {
  const flat = [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  if (flat.length <= most) return flat.join('');
  const cut = flat.slice(0, most - 1).join('');
  return `${cut.trimEnd()}…`;
};

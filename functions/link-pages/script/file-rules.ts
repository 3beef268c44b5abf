import { evidenceTypes, typeByEnding } from '#domain/evidence/types.ts';
import type { Settings } from './settings.ts';

type Rules = Pick<Settings, 'types' | 'largestBytes' | 'words'>;

/** `.pdf, .docx` */
export const endingsOf = ({ types }: Pick<Rules, 'types'>): readonly string[] =>
  types.flatMap((type) => evidenceTypes[type].map((ending) => `.${ending}`));

/** What is wrong with a file by its name and size alone, in words; `undefined`: it may be sent. */
export const faultByLook = (file: Pick<File, 'name' | 'size'>, rules: Rules): string | undefined => {
  const { words } = rules;
  const type = typeByEnding(file.name);
  if (!type || !rules.types.includes(type)) return words.ending(endingsOf(rules).join(', '));
  if (file.size === 0) return words.empty;
  if (file.size > rules.largestBytes) return words.tooLarge(words.size(file.size), words.size(rules.largestBytes));
  if (file.name.length > 200) return words.nameTooLong;
  if (/[/\\\p{Cc}]/u.test(file.name)) return words.nameInvalid;
  return undefined;
};

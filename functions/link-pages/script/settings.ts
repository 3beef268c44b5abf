import { type EvidenceType, evidenceTypeNames } from '#domain/evidence/types.ts';
import type { LinkScriptWords } from '#domain/words/link-pages/index.ts';
import { uploadData } from './contract.ts';
import { type ScriptWords, wordsOf } from './words.ts';

/** What the server wrote on the upload section. */
export interface Settings {
  readonly link: string;
  /** Path under which files are asked for. */
  readonly files: string;
  readonly types: readonly EvidenceType[];
  readonly largestBytes: number;
  readonly usesLeft: number;
  readonly words: ScriptWords;
}

/**
 * Reads the section's attributes.
 * @param language of the page
 * @throws when one is missing: then the plain forms stay
 */
export const settingsOf = (attribute: (name: string) => string | null, language: string): Settings => {
  const given = (name: string): string => {
    const value = attribute(name);
    if (value === null || value === '') throw new Error(`the upload section has no ${name}`);
    return value;
  };
  const types = given(uploadData.types).split(/\s+/);
  return {
    link: given(uploadData.link),
    files: given(uploadData.files),
    types: evidenceTypeNames.filter((type) => types.includes(type)),
    largestBytes: Number(given(uploadData.largestBytes)),
    usesLeft: Number(attribute(uploadData.usesLeft) ?? Number.POSITIVE_INFINITY),
    words: wordsOf(JSON.parse(given(uploadData.words)) as LinkScriptWords, language),
  };
};

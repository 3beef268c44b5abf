import { type EvidenceType, evidenceTypeNames } from '#domain/evidence/types.ts';
import { uploadData } from './contract.ts';

/** What the server wrote on the upload section. */
export interface Settings {
  readonly link: string;
  /** Path under which files are asked for. */
  readonly files: string;
  readonly types: readonly EvidenceType[];
  readonly largestBytes: number;
  readonly usesLeft: number;
}

/** Reads the section's attributes. @throws when one is missing: then the plain forms stay */
export const settingsOf = (attribute: (name: string) => string | null): Settings => {
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
  };
};

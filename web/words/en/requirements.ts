import { requirementTitle } from '#domain/requirement/catalog.ts';

/** Short title of a clause or control of ISO/IEC 27001:2022; `undefined`: it has none. */
export const requirements = { title: (id: string): string | undefined => requirementTitle(id) };

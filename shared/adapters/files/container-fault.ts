/** What is wrong with a container, as a sentence for a person. Thrown to end the work at once; never leaves this folder. */
export class ContainerFault extends Error {
  override readonly name = 'ContainerFault';
}

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;
const mostCharacters = 80;

/** The name of an entry, fit to stand in a sentence. */
export const shownName = (name: string): string => {
  const plain = name.replace(unprintable, '?');
  return `“${plain.length > mostCharacters ? `${plain.slice(0, mostCharacters)}…` : plain}”`;
};

export const refuseContainer = (sentence: string): never => {
  throw new ContainerFault(sentence);
};

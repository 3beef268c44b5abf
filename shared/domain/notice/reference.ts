/** What a message is about, as its reference says it: by that a message that came back finds its notices. */
export type Reference =
  | { readonly kind: 'finding' | 'audit'; readonly aggregate: string; readonly key: string }
  | { readonly kind: 'digest'; readonly date: string; readonly person: string }
  /** `on`: the finding or audit that the link is for. */
  | {
      readonly kind: 'link';
      readonly id: string;
      readonly on: { readonly kind: 'finding' | 'audit'; readonly aggregate: string };
    };

/** `finding#F#due#…#anna@example.org`, `digest#2026-03-16#anna@example.org`, `link#L#audit#A`. */
export const referenceText = (reference: Reference): string => {
  switch (reference.kind) {
    case 'digest':
      return `digest#${reference.date}#${reference.person}`;
    case 'link':
      return `link#${reference.id}#${reference.on.kind}#${reference.on.aggregate}`;
    default:
      return `${reference.kind}#${reference.aggregate}#${reference.key}`;
  }
};

/** What follows a digest's or a link's reference, such as the number of a repetition, is left aside. `undefined`: not ours. */
export const referenceOf = (text: string): Reference | undefined => {
  const [kind, first, second, ...rest] = text.split('#');
  if (!first || !second) return undefined;
  if (kind === 'link') {
    const [aggregate] = rest;
    return aggregate && (second === 'finding' || second === 'audit')
      ? { kind, id: first, on: { kind: second, aggregate } }
      : undefined;
  }
  if (kind === 'digest') return { kind, date: first, person: second };
  return kind === 'finding' || kind === 'audit'
    ? { kind, aggregate: first, key: [second, ...rest].join('#') }
    : undefined;
};

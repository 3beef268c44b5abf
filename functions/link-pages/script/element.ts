type Given = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. An attribute that is `true` has no value, one that is `undefined` or `false` is left out. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(given))
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : value);
  made.append(...content);
  return made;
};

/** HTML that may go to a browser as it is. Only `html` makes it, so that no text gets in unescaped. */
export class Html {
  readonly #text: string;
  constructor(parts: readonly string[], values: readonly HtmlValue[]) {
    this.#text = parts.map((part, i) => `${part}${i < values.length ? rendered(values[i]) : ''}`).join('');
  }
  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text and numbers are escaped, `undefined` and `false` are nothing. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escaped for an element's text and for an attribute's value between quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const rendered = (value: HtmlValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  return typeof value === 'object' ? value.map(rendered).join('') : escaped(String(value));
};

/** A template of HTML. Values stand in an element's text or in an attribute between quotes, and nowhere else. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => new Html(parts, values);

import { type Html, html } from '#domain/message/html.ts';
import type { Refusal } from '#domain/result.ts';
import { classes } from '../script/contract.ts';

/** What was typed into a form, and what was wrong with it: shown with the form again. */
export interface Tried {
  /** The form it was, by the name of its route. */
  readonly form: string;
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly refusals: readonly Refusal[];
}

/** A form as it was tried, or untouched. */
export const triedIn = (tried: Tried | undefined, form: string) => {
  const own = tried?.form === form ? tried : undefined;
  return {
    typed: (name: string): string => own?.typed[name]?.[0] ?? '',
    ticked: (name: string, value: string): boolean => own?.typed[name]?.includes(value) ?? false,
    /** `codes[1]` is wrong in the field `codes`. */
    error: (name: string): string | undefined =>
      own?.refusals.find(({ field }) => field !== undefined && /^[^[.]+/.exec(field)?.[0] === name)?.message,
  };
};
export type TriedForm = ReturnType<typeof triedIn>;

/** Everything that was wrong, where the eye and a screen reader fall on it first. */
export const errorSummary = (tried: Tried | undefined): Html | undefined =>
  tried && tried.refusals.length > 0
    ? html`<div class="${classes.notice} ${classes.bad}" role="alert">${tried.refusals.map(({ message }) => html`<p>${message}</p>`)}</div>`
    : undefined;

/** Says to a screen reader what hint and what error belong to a field. */
const describedBy = (id: string, hint: string | undefined, error: string | undefined): Html | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : undefined;
};

const hintOf = (name: string, hint: string | undefined): Html | undefined =>
  hint === undefined ? undefined : html`<span class="${classes.hint}" id="${name}-hint">${hint}</span>`;
const errorOf = (name: string, error: string | undefined): Html | undefined =>
  error === undefined ? undefined : html`<span class="${classes.error}" id="${name}-error">${error}</span>`;

export interface Field {
  /** Of the form's input; ids are made of it, so it is prefixed where two forms have the same. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** A label with its input, its hint, and what is wrong with what was typed. `attributes` is ready-made. */
export const textField = (field: Field, attributes: Html, isRequired = true): Html => {
  const { name, id, label, hint, value, error } = field;
  return html`<p class="${classes.field}"><label for="${id}">${label}</label>${hintOf(id, hint)}
<input id="${id}" name="${name}" value="${value}" ${attributes}${isRequired && html` required`}${
    error !== undefined && html` aria-invalid="true"`
  }${describedBy(id, hint, error)}>${errorOf(id, error)}</p>`;
};

export const textArea = (field: Field, isRequired: boolean): Html => {
  const { name, id, label, hint, value, error } = field;
  return html`<p class="${classes.field}"><label for="${id}">${label}</label>${hintOf(id, hint)}
<textarea id="${id}" name="${name}" rows="5" maxlength="4000"${isRequired && html` required`}${
    error !== undefined && html` aria-invalid="true"`
  }${describedBy(id, hint, error)}>
${value}</textarea>${errorOf(id, error)}</p>`;
};

export const selectField = (field: Field, options: readonly (readonly [value: string, label: string])[]): Html => {
  const { name, id, label, hint, value, error } = field;
  return html`<p class="${classes.field}"><label for="${id}">${label}</label>${hintOf(id, hint)}
<select id="${id}" name="${name}" required${error !== undefined && html` aria-invalid="true"`}${describedBy(id, hint, error)}>
${options.map(([option, text]) => html`<option value="${option}"${option === value && html` selected`}>${text}</option>`)}
</select>${errorOf(id, error)}</p>`;
};

/** Boxes of which several may be ticked. */
export const choices = (
  field: Omit<Field, 'value' | 'hint'>,
  options: readonly (readonly [value: string, label: string])[],
  isTicked: (value: string) => boolean,
): Html => html`<fieldset${field.error !== undefined && html` aria-describedby="${field.id}-error"`}><legend>${field.label}</legend>
${options.map(
  ([option, text]) =>
    html`<label class="${classes.choice}"><input type="checkbox" name="${field.name}" value="${option}"${isTicked(option) && html` checked`}> ${text}</label>`,
)}${errorOf(field.id, field.error)}</fieldset>`;

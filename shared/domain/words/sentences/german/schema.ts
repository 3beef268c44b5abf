import type { Catalogue } from '../translator.ts';

/** What of a value does not fit its schema, where the schema says nothing itself (`plainIssue` in shared/contracts). */
export const issues: Catalogue = {
  'Give a text.': 'Geben Sie einen Text ein.',
  'Give a number.': 'Geben Sie eine Zahl ein.',
  'Give a whole number.': 'Geben Sie eine ganze Zahl ein.',
  'Give true or false.': 'Geben Sie Ja oder Nein an.',
  'Give a list.': 'Geben Sie eine Liste an.',
  'Give an object.': 'Hier gehören mehrere Angaben zusammen.',
  'This is missing.': 'Diese Angabe fehlt.',
  'Give at least {count} characters.': 'Geben Sie mindestens {count} Zeichen ein.',
  'Give at least {count} of these.': 'Mindestens {count} müssen es sein.',
  'Give {number} or more.': 'Geben Sie mindestens {number} an.',
  'Give at most {count} characters.': 'Geben Sie höchstens {count} Zeichen ein.',
  'Give at most {count} of these.': 'Höchstens {count} dürfen es sein.',
  'Give {number} or less.': 'Geben Sie höchstens {number} an.',
  'Give one of {list}.': 'Wählen Sie einen dieser Werte: {list}.',
};

/*
 * What zod says of anything else (zod/v4/locales/en.js), or where it is asked itself; `parsed` in shared/contracts ends
 * each with a full stop.
 */
export const schema: Catalogue = {
  'Invalid input: expected {kind}, received undefined.': 'Diese Angabe fehlt ({kind}).',
  'Invalid input: expected {kind}, received {kind2}.':
    'Hier passt das nicht: Erwartet wird {kind}, angegeben ist {kind2}.',
  'Invalid input: expected {value}.': 'Hier passt nur {value}.',
  'Invalid option: expected one of {options}.': 'Wählen Sie einen dieser Werte: {options}.',
  'Invalid input.': 'Diese Angabe passt nicht.',
  'Too small: expected string to have >={count} characters.': 'Geben Sie mindestens {count} Zeichen ein.',
  'Too small: expected string to have >=1 characters.': 'Diese Angabe fehlt.',
  'Too big: expected string to have <={count} characters.': 'Geben Sie höchstens {count} Zeichen ein.',
  'Too small: expected string to have exactly {count} characters.': 'Geben Sie genau {count} Zeichen ein.',
  'Too big: expected string to have exactly {count} characters.': 'Geben Sie genau {count} Zeichen ein.',
  'Too small: expected array to have >={count} items.': 'Mindestens {count} müssen es sein.',
  'Too big: expected array to have <={count} items.': 'Höchstens {count} dürfen es sein.',
  'Too small: expected number to be >={number}.': 'Geben Sie mindestens {number} an.',
  'Too big: expected number to be <={number}.': 'Geben Sie höchstens {number} an.',
  'Too small: expected number to be >{number}.': 'Geben Sie mehr als {number} an.',
  'Too big: expected number to be <{number}.': 'Geben Sie weniger als {number} an.',
  'Too small: expected int to be >={number}.': 'Geben Sie mindestens {number} an.',
  'Too big: expected int to be <={number}.': 'Geben Sie höchstens {number} an.',
  'Invalid string: must match pattern {text}.': 'Diese Angabe hat nicht die verlangte Form ({text}).',
  'Invalid email address.': 'Das ist keine E-Mail-Adresse.',
  'Invalid URL.': 'Das ist keine Webadresse.',
  'Invalid ISO date.': 'Das ist kein Datum in der Form JJJJ-MM-TT.',
  'Invalid UUID.': 'Das ist keine UUID.',
  'Invalid discriminator value. Expected {options}.': 'Wählen Sie einen dieser Werte: {options}.',
};

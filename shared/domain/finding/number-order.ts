const numberDigits = 10;

/** `NC-2` comes before `NC-10`: each run of digits is compared as the number it is. */
export const inNaturalOrder = (text: string): string =>
  text.replace(/\d+/g, (digits) => digits.padStart(numberDigits, '0'));

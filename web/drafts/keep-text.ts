/**
 * Keeps a text in this browser.
 * @returns whether it lies there now: a browser may have no room left for it, or be told to keep nothing
 */
export const keepText = (name: string, text: string): boolean => {
  try {
    window.localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
};

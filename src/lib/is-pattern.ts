/** Whether this is a regular expression of JavaScript. */
export function isPattern(text: string, flags = ''): boolean {
  try {
    return Boolean(new RegExp(text, flags));
  } catch {
    return false;
  }
}

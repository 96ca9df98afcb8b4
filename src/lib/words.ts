// Numbers, plurals and lists as the product writes them, whatever the browser speaks.

const numbers = new Intl.NumberFormat('en-US');
const plurals = new Intl.PluralRules('en-US');
// British English: the American way puts a comma before the last word.
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** `1,204`. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** The word, or words, for so many: `record`, `records`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return plurals.select(count) === 'one' ? one : many;
}

/** `1 record`, `1,204 records`. */
export function counted(count: number, one: string, many?: string): string {
  return `${formatNumber(count)} ${plural(count, one, many)}`;
}

/** `12 %` of all; `0 %` and `100 %` only where it is none and all: else `under 1 %`, `over 99 %`. */
export function percent(part: number, all: number): string {
  const share = all > 0 ? (part / all) * 100 : 0;
  if (share > 0 && share < 1) return 'under 1 %';
  if (share > 99 && share < 100) return 'over 99 %';
  return `${Math.round(share)} %`;
}

/** `a, b and c`. */
export function allOf(words: readonly string[]): string {
  return conjunction.format(words);
}

/** `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return disjunction.format(words);
}

/** `0.4 MB`, `48 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

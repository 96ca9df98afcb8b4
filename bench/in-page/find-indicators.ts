// Indicators among an array of objects, as somebody would do it who has many: the text of each record is cut into words once, and each
// word is looked up, instead of looking for each indicator in each text.

import type { Indicator } from '~/domain/indicators/indicator';

const word = /[a-z\d.:_@-]+/g;

/** Addresses, domains, mail addresses and hashes; not what begins or ends within a word. */
export function findIndicators(indicators: readonly Indicator[], rows: readonly { readonly raw: string }[]): string {
  const counts = new Map(indicators.map(({ value }) => [value, 0]));
  const domains = new Set(indicators.filter(({ kind }) => kind === 'domain').map(({ value }) => value));
  let together = 0;
  for (const { raw } of rows) {
    const found = new Set<string>();
    for (const [text] of raw.toLowerCase().matchAll(word)) {
      if (counts.has(text)) found.add(text);
      for (let at = text.indexOf('.'); domains.size > 0 && at >= 0; at = text.indexOf('.', at + 1)) {
        const from = Math.max(text.lastIndexOf('.', at - 1), text.lastIndexOf('@', at - 1)) + 1;
        const name = text.slice(from);
        if (domains.has(name)) found.add(name);
      }
    }
    for (const each of found) counts.set(each, (counts.get(each) ?? 0) + 1);
    if (found.size > 0) together++;
  }
  return `${[...counts.values()].filter((count) => count > 0).length} in ${together}`;
}

// The rules that come with Ledgerline: files of Sigma like any other, as starting points for rules of one's own.

import { type ReadRules, readRules } from './read-rules';

// By path, `./shipped/admin-role.yml`; the texts are in the bundle.
const texts: Readonly<Record<string, string>> = import.meta.glob('./shipped/*.yml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In the order of their files' names. */
export function shippedRules(): ReadRules['rules'] {
  return Object.entries(texts).flatMap(([path, text]) => readRules(path.replace('./shipped/', ''), text).rules);
}

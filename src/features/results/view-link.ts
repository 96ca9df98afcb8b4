// The address of what is looked at, for somebody else: columns are always said, because theirs may be others, and the record that
// is open is left out.

import type { FieldRef } from '~/domain/catalogue/fields';

/** What else the address says stays as it was written. */
export function viewLink(address: string, columns: readonly FieldRef[]): string {
  const url = new URL(address);
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => pair !== '' && !/^(record|columns)(=|$)/.test(pair));
  // As the router writes what is no text.
  url.search = [...kept, `columns=${encodeURIComponent(JSON.stringify(columns))}`].join('&');
  return url.href;
}

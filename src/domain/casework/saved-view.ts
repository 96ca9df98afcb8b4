// A view is a page and its state, which is all in its address; that makes searches that are yet to be run views, too.

import type { RecordKey } from '~/domain/record/record-key';
import { inFiles } from '~/domain/record/records-source';
import type { EpochMs } from '~/lib/time';
import type { SavedView } from './kept-work';

/** What the page at this address shows, without the record that is open beside it. `search` as the address bar has it. */
export function savedView(name: string, path: string, search: string, now: EpochMs): SavedView {
  return { id: crypto.randomUUID(), name: name.trim(), path, search: withoutRecord(search), created: now, changed: now };
}

/** Of the view, for a link. */
export function addressOf({ path, search }: SavedView): string {
  return `${path}${search}`;
}

/** Of a page with this record open beside what it shows; path and `search` as the address bar has them. */
export function addressWithRecord(path: string, search: string, key: RecordKey): string {
  const view = withoutRecord(search);
  return `${path}${view}${view === '' ? '?' : '&'}record=${encodeURIComponent(key)}`;
}

/** Whether it shows records of opened files, which a browser gives to a page only until it is loaded again. */
export function isOfFiles({ path, search }: SavedView): boolean {
  return path === '/files' || search.slice(1).split('&').includes(`in=${inFiles}`);
}

/** What is left stays as it was written: it may be in any encoding. */
function withoutRecord(search: string): string {
  const pairs = search.replace(/^\?/, '').split('&');
  const left = pairs.filter((pair) => pair !== '' && !/^record(=|$)/.test(pair));
  return left.length > 0 ? `?${left.join('&')}` : '';
}

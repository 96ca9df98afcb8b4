import type { EpochMs } from '~/lib/time';

const seen = new Map<string, EpochMs>();

/** When this page first saw the search unfinished. Graph does not say when a search was created. */
export function waitingSince(searchId: string): EpochMs {
  const since = seen.get(searchId) ?? Date.now();
  seen.set(searchId, since);
  return since;
}

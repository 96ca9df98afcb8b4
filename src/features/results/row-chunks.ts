// Rows are fetched in chunks, each cached under everything that decides what stands in it.

import { queryOptions } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/fields';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { inThisBrowser } from '~/lib/in-this-browser';
import type { ShownView } from './view-follower';

/** What tells one state of a view from all others. */
type ViewVersion = Pick<ShownView, 'state' | 'version'>;

export const chunkRows = 200;

export function chunksOf(first: number, end: number): number[] {
  const chunks: number[] = [];
  for (let chunk = Math.floor(first / chunkRows); chunk * chunkRows < end; chunk++) chunks.push(chunk);
  return chunks;
}

export function chunkKey({ id }: HeldResultSet, { state, version }: ViewVersion, chunk: number) {
  return ['rows', id, state.viewId, version, chunk] as const;
}

export function chunkQuery(held: HeldResultSet, shown: ViewVersion, chunk: number, fields: readonly FieldRef[]) {
  return queryOptions({
    queryKey: [...chunkKey(held, shown, chunk), fields],
    queryFn: () => held.resultSet.rows(shown.state.viewId, chunk * chunkRows, chunkRows, fields),
    ...inThisBrowser,
  });
}

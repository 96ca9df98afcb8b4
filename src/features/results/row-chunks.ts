// Rows are fetched in chunks, each cached under everything that decides what stands in it.

import { queryOptions } from '@tanstack/react-query';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import type { ShownView } from '~/records/view-follower';

/** What tells one state of a view from all others. */
type ViewVersion = Pick<ShownView, 'view' | 'version'>;

export const chunkRows = 200;

export function chunksOf(first: number, end: number): number[] {
  const chunks: number[] = [];
  for (let chunk = Math.floor(first / chunkRows); chunk * chunkRows < end; chunk++) chunks.push(chunk);
  return chunks;
}

export function chunkKey({ id }: HeldRecordSet, { version }: ViewVersion, chunk: number) {
  return ['rows', id, version, chunk] as const;
}

export function chunkQuery(held: HeldRecordSet, shown: ViewVersion, chunk: number, fields: readonly FieldRef[]) {
  return queryOptions({
    queryKey: [...chunkKey(held, shown, chunk), fields],
    queryFn: ({ signal }) => shown.view.rows(chunk * chunkRows, chunkRows, fields, signal),
    ...inThisBrowser,
  });
}

import { useQuery } from '@tanstack/react-query';
import type { RecordKey } from '~/domain/record/record-key';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { recordQuery } from '~/records/record-queries';
import type { ShownView } from '~/records/view-follower';

interface Options {
  readonly held: HeldRecordSet;
  readonly shown: ShownView | undefined;
  /** As the URL has it. */
  readonly record: RecordKey | undefined;
  /** Gone through in place of the view, as long as the record is one of these. */
  readonly among: readonly RecordKey[] | undefined;
  onStep(record: RecordKey): void;
}

/**
 * Where the record of the URL stands in the shown view, and its text. `place` is `null` when it is not in the view; what the record
 * fails with is no error then, for there may be no such record.
 */
export function useOpenRecord({ held, shown, record: key, among = [], onStep }: Options) {
  const place = useQuery({
    ...inThisBrowser,
    queryKey: ['place', held.id, shown?.version, key],
    enabled: shown !== undefined && key !== undefined,
    queryFn: async ({ signal }) => {
      const position = key === undefined ? undefined : await shown?.view.find(key, signal);
      return position === undefined ? null : { position };
    },
    // Where it stood before more records came, as long as it is the same record.
    placeholderData: (previous, query) => (query?.queryKey[3] === key ? previous : undefined),
  });
  const record = useQuery(recordQuery(held, place.data === undefined ? undefined : key));

  const at = key === undefined ? -1 : among.indexOf(key);
  const isAmong = at >= 0;
  const position = isAmong ? at : place.data?.position;
  const outOf = isAmong ? among.length : (shown?.state.rowCount ?? 0);
  const positionAfter = (rows: 1 | -1): number | undefined => {
    if (position === undefined) return undefined;
    const next = position + rows;
    return next >= 0 && next < outOf ? next : undefined;
  };
  return {
    place: place.data,
    /** Counted from 0, among those that are gone through. */
    position,
    outOf,
    record: record.data,
    error: (place.data && record.error) || place.error,
    isMissing: place.data === null && record.error !== null,
    canStep: (rows: 1 | -1) => positionAfter(rows) !== undefined,
    /** Opens the next record of the view, or the one before. */
    async step(rows: 1 | -1) {
      const next = positionAfter(rows);
      if (next === undefined) return;
      // A view that was closed meanwhile answers nothing; the next press asks the new one.
      const [row] = isAmong ? [] : ((await shown?.view.rows(next, 1, []).catch(() => [])) ?? []);
      const record = isAmong ? among[next] : row?.key;
      if (record !== undefined) onStep(record);
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FieldRef } from '~/domain/fields';
import type { ResultView } from '~/domain/result-view';
import type { HeldResultSet } from '~/engine/held-result-sets';
import type { Row } from '~/engine/result-set';
import { chunkQuery, chunkRows, chunksOf } from './row-chunks';
import { createViewFollower, type Prepare } from './view-follower';

export interface RowSpan {
  readonly first: number;
  readonly end: number;
}

interface Options {
  readonly view: ResultView;
  readonly records: number;
  readonly isHeld: boolean;
  readonly fields: readonly FieldRef[];
  /** The first row in sight. */
  topRow(): number;
}

/** The view the URL asks for, kept current while records arrive; the one before stays until the next has rows to show. */
export function useResultView(held: HeldResultSet, { view, records, isHeld, fields, topRow }: Options) {
  const queryClient = useQueryClient();
  const [span, setSpan] = useState<RowSpan>({ first: 0, end: 50 });
  const latest = useRef({ fields, span, topRow });
  useEffect(() => {
    latest.current = { fields, span, topRow };
  });
  const follower = useMemo(() => {
    const prepare: Prepare = async (next, before) => {
      const { fields, span } = latest.current;
      const shift = await shiftOf(next, before);
      const { rowCount } = next.state;
      const first = Math.max(0, Math.min(span.first + shift, rowCount - (span.end - span.first)));
      const end = Math.min(Math.max(first, span.end + shift), rowCount);
      await Promise.all(chunksOf(first, end).map((chunk) => queryClient.fetchQuery(chunkQuery(held, next, chunk, fields))));
      return shift;
    };
    const shiftOf: Prepare = async (next, before) => {
      const { fields, topRow } = latest.current;
      const top = topRow();
      if (!before || top === 0) return 0;
      // Other criteria: begin at the top.
      if (before.view !== next.view) return -top;
      const chunk = queryClient.getQueryData<Row[]>(chunkQuery(held, before, Math.floor(top / chunkRows), fields).queryKey);
      const recordId = chunk?.[top % chunkRows]?.recordId;
      const position = recordId === undefined ? undefined : await held.resultSet.position(next.state.viewId, recordId);
      return position === undefined ? 0 : position - top;
    };
    return createViewFollower(held.resultSet, prepare);
  }, [held, queryClient]);

  const wanted = useMemo(() => ({ view, records, isHeld }), [view, records, isHeld]);
  const follow = useEffectEvent(() => follower.follow(wanted));
  useEffect(() => follower.follow(wanted), [follower, wanted]);
  // A stopped follower has to be told again what it followed: effects run twice in strict mode.
  useEffect(() => {
    if (follower) follow();
    return () => follower.stop();
  }, [follower]);

  const snapshot = useSyncExternalStore(follower.subscribe, follower.getSnapshot);
  return { ...snapshot, span, setSpan, retry: follower.retry };
}

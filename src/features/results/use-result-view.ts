import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { ResultView } from '~/domain/view/result-view';
import type { Row } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { createViewFollower, type Prepare } from '~/records/view-follower';
import { chunkQuery, chunkRows, chunksOf } from './row-chunks';

export interface RowSpan {
  readonly first: number;
  readonly end: number;
}

interface Options {
  readonly view: ResultView;
  readonly fields: readonly FieldRef[];
  /** The first row in sight. */
  topRow(): number;
}

/** The view the URL asks for, kept current while records arrive; the one before stays until the next has rows to show. */
export function useResultView(held: HeldRecordSet, { view, fields, topRow }: Options) {
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
      if (before.asked !== next.asked) return -top;
      const chunk = queryClient.getQueryData<Row[]>(chunkQuery(held, before, Math.floor(top / chunkRows), fields).queryKey);
      const key = chunk?.[top % chunkRows]?.key;
      const position = key === undefined ? undefined : await next.view.find(key);
      return position === undefined ? 0 : position - top;
    };
    return createViewFollower(held.set, prepare);
  }, [held, queryClient]);

  const follow = useEffectEvent(() => follower.follow(view));
  useEffect(() => follower.follow(view), [follower, view]);
  // A stopped follower has to be told again what it followed: effects run twice in strict mode.
  useEffect(() => {
    if (follower) follow();
    return () => follower.stop();
  }, [follower]);

  const snapshot = useSyncExternalStore(follower.state.subscribe, follower.state.get);
  return { ...snapshot, span, setSpan, retry: follower.retry };
}

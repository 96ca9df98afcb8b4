import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useMemo, useReducer, useSyncExternalStore } from 'react';
import type { Search } from '~/api/audit-searches';
import type { Completeness } from '~/domain/completeness';
import { resultSets } from '~/engine/held-result-sets';
import { FillProgress } from './fill-progress';
import { type FillStatus, fillFromSearch } from './fill-result-set';
import { NoRecords } from './no-records';
import type { ResultsScreenProps } from './results-screen';
import { descriptionBeside } from './search-description';
import type { SearchStagesProps } from './search-stages';

/** A search whose records are here or on their way. */
export interface FilledSearch
  extends Pick<ResultsScreenProps, 'held' | 'description' | 'counts' | 'completeness' | 'notices' | 'empty'> {
  readonly search: Search;
}

interface FillSearchProps extends Pick<SearchStagesProps, 'graph' | 'retentionDays' | 'onCompleted' | 'renderFilled'> {
  readonly search: Search;
}

/** The records of a finished search, from the first page on. */
export function FillSearch({ search, graph, retentionDays, renderFilled, ...props }: FillSearchProps) {
  const [attempt, startOver] = useReducer((count: number) => count + 1, 0);
  const key = `search ${search.id}`;
  const { held, fill } = useMemo(() => {
    if (attempt > 0) resultSets.release(key);
    const held = resultSets.hold(key);
    return { held, fill: fillFromSearch(held, graph, search.id) };
  }, [key, graph, search.id, attempt]);
  const snapshot = useSyncExternalStore(fill.subscribe, fill.getSnapshot);
  const onCompleted = useEffectEvent((records: number) => props.onCompleted?.(records));
  const isComplete = snapshot.status.kind === 'complete';
  useEffect(() => {
    if (isComplete) onCompleted(snapshot.counts.records);
  }, [isComplete, snapshot.counts.records]);
  return renderFilled({
    search,
    held,
    description: descriptionBeside(search.name, search.query),
    counts: snapshot.counts,
    completeness: search.isLimitExceeded && isComplete ? 'incomplete' : completenessOf(snapshot.status),
    // Of what did not come nobody knows whether it is there: the notice above says what stopped it.
    empty: isComplete && <NoRecords query={search.query} retentionDays={retentionDays} rejected={snapshot.counts.rejected} />,
    notices: (
      <>
        {search.isLimitExceeded && <CutShort limit={search.countLimit} />}
        <FillProgress fill={fill} snapshot={snapshot} approximateCount={search.approximateCount} onStartOver={startOver} />
      </>
    ),
  });
}

function completenessOf({ kind }: FillStatus): Completeness {
  if (kind === 'complete') return 'complete';
  return kind === 'cancelled' || kind === 'stopped' ? 'incomplete' : 'filling';
}

function CutShort({ limit }: { limit: number | undefined }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>These results are cut short</MessageBarTitle>
        The service found more records than it keeps for one search
        {limit !== undefined && ` (${limit.toLocaleString('en-US')})`}. Search again with a shorter range of dates, several times
        if need be, until this message is gone.
      </MessageBarBody>
    </MessageBar>
  );
}

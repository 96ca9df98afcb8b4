import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useReducer, useSyncExternalStore } from 'react';
import type { Search } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import { formatNumber } from '~/lib/words';
import { fillFromSearch } from '~/records/fill-record-set';
import { type HeldRecordSet, recordSets, searchKey } from '~/records/held-record-sets';
import type { KeptSets } from '~/records/kept-sets';
import { useSetState } from '~/records/use-set-state';
import { FillProgress } from './fill-progress';
import { NoRecords } from './no-records';
import { descriptionBeside } from './search-description';

/** A search whose records are here or on their way. */
export interface FilledSearch {
  readonly search: Search;
  readonly held: HeldRecordSet;
  /** As far as the name of the search does not say it. */
  readonly description: ReactNode;
  /** Progress and warnings. */
  readonly notices: ReactNode;
  /** Instead of records, when there is none and none is coming. */
  readonly empty: ReactNode;
}

export interface FillSearchProps {
  readonly search: Search;
  readonly graph: GraphClient;
  readonly retentionDays: number;
  /** Keeps the records in this browser between visits; absent where the administrator did not allow it. */
  readonly keep: KeptSets['keep'] | undefined;
  /** All records were read: the service itself does not tell their number, without duplicates. */
  onCompleted?(records: number): void;
  /** From the first page of records on. */
  renderFilled(filled: FilledSearch): ReactNode;
}

/** The records of a finished search, from the first page on. */
export function FillSearch({ search, graph, retentionDays, keep, renderFilled, ...props }: FillSearchProps) {
  const [attempt, countAttempt] = useReducer((count: number) => count + 1, 0);
  const key = searchKey(search.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each attempt there is another set
  const { held, fill } = useMemo(() => {
    const held = recordSets.hold(key);
    return { held, fill: fillFromSearch(held, graph, search, keep && (() => keep(key, search.name, held))) };
  }, [key, graph, search, keep, attempt]);
  const startOver = () => {
    recordSets.release(key);
    countAttempt();
  };
  const state = useSyncExternalStore(fill.state.subscribe, fill.state.get);
  const { records, rejected } = useSetState(held.set);
  const onCompleted = useEffectEvent((records: number) => props.onCompleted?.(records));
  const isComplete = state.status.kind === 'complete';
  useEffect(() => {
    if (isComplete) onCompleted(records);
  }, [isComplete, records]);
  return renderFilled({
    search,
    held,
    description: descriptionBeside(search.name, search.query),
    // `NoRecords` says that there are none, which nobody knows before the last page has come; until then the notice says what
    // stopped it.
    empty: isComplete && state.status.missing === 0 && (
      <NoRecords query={search.query} retentionDays={retentionDays} rejected={rejected} />
    ),
    notices: (
      <>
        {search.isLimitExceeded && <CutShort limit={search.countLimit} />}
        {state.status.kind === 'complete' && state.status.missing > 0 && <FewerThanCounted missing={state.status.missing} />}
        <FillProgress
          fill={fill}
          state={state}
          set={held.set}
          approximateCount={search.approximateCount}
          onStartOver={startOver}
        />
      </>
    ),
  });
}

/** The last page was read, and the service counts more than came: nobody may take this for all. */
function FewerThanCounted({ missing }: { missing: number }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Fewer records came than the service counts</MessageBarTitle>
        About {formatNumber(missing)} are missing, though the last page was read. Run the search again, or search in shorter
        ranges of dates.
      </MessageBarBody>
    </MessageBar>
  );
}

function CutShort({ limit }: { limit: number | undefined }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>These results are cut short</MessageBarTitle>
        The service found more records than it keeps for one search
        {limit !== undefined && ` (${formatNumber(limit)})`}. Search again with a shorter range of dates, several times if need
        be, until this message is gone.
      </MessageBarBody>
    </MessageBar>
  );
}

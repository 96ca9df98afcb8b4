import { Button, MessageBar, MessageBarBody, MessageBarTitle, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isFinal, type Search, searchQuery } from '~/api/audit-searches';
import { describeError } from '~/domain/errors/describe-error';
import type { EpochMs } from '~/lib/time';
import { Failure } from '~/ui/failure';
import { FillSearch, type FillSearchProps } from './fill-search';
import { SearchRunning } from './search-running';

export interface SearchStagesProps extends Omit<FillSearchProps, 'search'> {
  readonly searchId: string;
  readonly startedAt: EpochMs | undefined;
  onCancelled(): void;
  /** A frame around what there is to say of a search that has no records yet, or never will. */
  renderWaiting(content: ReactNode, search: Search | undefined): ReactNode;
}

/** One search from queued to its last record. */
export function SearchStages(props: SearchStagesProps) {
  const { graph, searchId, renderWaiting, startedAt, onCancelled } = props;
  const search = useQuery(searchQuery(graph, searchId));
  // Before it succeeded there are no records; afterwards a failed refresh must not take them away.
  if (search.data?.status === 'succeeded') return <FillSearch {...props} search={search.data} key={searchId} />;
  const failure = search.error && (
    <Failure {...describeError(search.error)} action={<Button onClick={() => search.refetch()}>Try again</Button>} />
  );
  if (!search.data) return renderWaiting(failure ?? <Reading />, undefined);
  return renderWaiting(
    <>
      {failure}
      {isFinal(search.data.status) ? (
        <SearchEnded search={search.data} />
      ) : (
        <SearchRunning graph={graph} search={search.data} startedAt={startedAt} onCancelled={onCancelled} />
      )}
    </>,
    search.data,
  );
}

function Reading() {
  return (
    <Skeleton aria-label="The search is being read">
      <SkeletonItem size={24} />
    </Skeleton>
  );
}

function SearchEnded({ search }: { search: Search }) {
  return (
    <MessageBar intent={search.status === 'failed' ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {search.status === 'failed' ? 'The service could not finish this search' : 'This search was cancelled'}
        </MessageBarTitle>
        {search.status === 'failed'
          ? 'It gives no reason and keeps no records of it. Run it again; if it fails once more, shorten the range or narrow the criteria.'
          : 'It has no records. Run it again to search with the same criteria.'}
      </MessageBarBody>
    </MessageBar>
  );
}

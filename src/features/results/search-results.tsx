import { Button, MessageBar, MessageBarBody, MessageBarTitle, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isFinal, type Search, searchQuery } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import type { AuditQuery } from '~/domain/audit-query';
import { describeError } from '~/domain/describe-error';
import { describeQuery } from '~/domain/describe-query';
import type { EpochMs } from '~/lib/time';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';
import { FilledResults } from './filled-results';
import type { ResultsScreenProps } from './results-screen';
import { SearchRunning } from './search-running';

export interface SearchResultsProps extends Pick<ResultsScreenProps, 'params' | 'onParams' | 'renderRecord' | 'renderExport'> {
  readonly graph: GraphClient;
  readonly searchId: string;
  readonly startedAt: EpochMs | undefined;
  readonly retentionDays: number;
  /** Whose records these are. */
  readonly source: string;
  /** A link to all searches. */
  readonly before: ReactNode;
  /** All records were read: the service itself does not tell their number, without duplicates. */
  onCompleted(records: number): void;
  onCancelled(): void;
  /** A link to the form, filled in with these criteria. */
  renderRerun(query: AuditQuery): ReactNode;
}

/** One search from queued to its last record. */
export function SearchResults(props: SearchResultsProps) {
  const { graph, searchId, before, renderRerun, startedAt, onCancelled } = props;
  const search = useQuery(searchQuery(graph, searchId));
  if (!search.data) {
    return (
      <Page title="Search" before={before}>
        {search.error ? (
          <Failure {...describeError(search.error)} action={<Button onClick={() => search.refetch()}>Try again</Button>} />
        ) : (
          <Skeleton aria-label="The search is being read">
            <SkeletonItem size={24} />
          </Skeleton>
        )}
      </Page>
    );
  }
  const { name, query, status } = search.data;
  // Before it succeeded there are no records; afterwards a failed refresh must not take them away.
  if (status === 'succeeded') return <FilledResults {...props} search={search.data} key={searchId} />;
  return (
    <Page title={name || 'Search'} before={before} context={describeQuery(query)} actions={renderRerun(query)}>
      {search.error && (
        <Failure {...describeError(search.error)} action={<Button onClick={() => search.refetch()}>Try again</Button>} />
      )}
      {isFinal(status) ? (
        <SearchEnded search={search.data} />
      ) : (
        <SearchRunning graph={graph} search={search.data} startedAt={startedAt} onCancelled={onCancelled} />
      )}
    </Page>
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
          ? 'It gives no reason and keeps no records of it. Re-run it; if it fails again, shorten the range or narrow the criteria.'
          : 'It has no records. Re-run it to search with the same criteria.'}
      </MessageBarBody>
    </MessageBar>
  );
}

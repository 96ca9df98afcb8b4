import { useQuery } from '@tanstack/react-query';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { describePeriod } from '~/domain/describe-query';
import { resultSets } from '~/engine/held-result-sets';
import { fileOpeningOf } from '~/features/files/open-files';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { MessageLinks } from '~/features/frame/message-links';
import { AuditSource } from '~/features/messages/audit-source';
import { MessagesPage } from '~/features/messages/messages-page';
import {
  defaultMessagesParams,
  inFiles,
  type MessagesParamsInput,
  parseMessagesParams,
} from '~/features/messages/messages-params';
import { TrackedMessages, type TrackedMessagesProps } from '~/features/messages/tracked-messages';
import { NoMessages, TrackingNotice } from '~/features/messages/tracking-notice';
import { useExpectedMethods } from '~/features/messages/use-expected-methods';
import { LinkButton, TextLink } from '~/features/results/link-button';
import { SearchStages } from '~/features/results/search-stages';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { EmptyState } from '~/ui/empty-state';

export const Route = createFileRoute('/messages/')({
  validateSearch: (search: MessagesParamsInput & SearchSchemaInput) => parseMessagesParams(search),
  search: { middlewares: [stripSearchParams(defaultMessagesParams)] },
  component: MessagesRoute,
});

function MessagesRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { graph, config, exchange, account } = Route.useRouteContext();
  const { journal, remember } = useSearchJournal();
  const searchId = source === inFiles ? undefined : source;
  const { data: search } = useQuery({ ...searchQuery(graph, searchId ?? ''), enabled: searchId !== undefined });
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    void navigate({ search: (last) => ({ ...last, in: id }) });
  });
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  const files = resultSets.find(inFiles);
  const setUp = (
    <LinkButton to="/messages/set-up" search={{ ...params, in: source }}>
      Tracking set-up
    </LinkButton>
  );
  const list = {
    criteria: params,
    onCriteria: (change: MessagesParamsInput) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true }),
    sort: params.sort,
    onSort: (sort: MessagesParamsInput['sort']) => void navigate({ search: (last) => ({ ...last, sort }), replace: true }),
    expectedMethods: useExpectedMethods(exchange),
    lastOpened: params.at,
    onOpen: async (messageId: string) => {
      // Where to come back to, by whichever way.
      await navigate({ search: (last) => ({ ...last, at: messageId }), replace: true });
      await navigate({ to: '/messages/$messageId', params: { messageId }, search: (last) => last });
    },
  };
  return (
    <MessagesPage
      links={<MessageLinks />}
      actions={
        files && source !== inFiles ? (
          <LinkButton to="/messages" search={{ in: inFiles }}>
            Look in the opened files
          </LinkButton>
        ) : undefined
      }
      query={search?.query}
      retentionDays={config.retentionDays}
      isSending={starting.isPending}
      error={starting.error}
      onSearch={starting.start}
    >
      <TrackingNotice exchange={exchange} setUp={setUp} />
      {source === inFiles && (files ? <MessagesInFiles key={files.id} {...list} held={files} setUp={setUp} /> : <NoOpenFile />)}
      {source === undefined && (
        <EmptyState
          title="Nothing searched yet"
          advice="Choose a range of time and press Search. What each recipient did with each message is put together from the visits to the portal that were recorded."
        />
      )}
      {searchId !== undefined && (
        <SearchStages
          key={searchId}
          graph={graph}
          searchId={searchId}
          startedAt={journal[searchId]?.createdAt}
          retentionDays={config.retentionDays}
          onCompleted={(recordCount) => remember({ [searchId]: { recordCount } })}
          onCancelled={() => void navigate({ search: (last) => ({ ...last, in: undefined }) })}
          renderWaiting={(content) => content}
          renderFilled={({ search, held, counts, completeness, notices }) => (
            <TrackedMessages
              {...list}
              key={held.id}
              held={held}
              records={counts.records}
              isFilling={completeness === 'filling'}
              notices={notices}
              empty={
                <NoMessages
                  exchange={exchange}
                  setUp={setUp}
                  description={describePeriod(search.query.start, search.query.end)}
                />
              }
              about={
                <AuditSource
                  records={counts.records}
                  completeness={completeness}
                  source={`Microsoft Graph, ${tenantLabel(config)}`}
                  link={
                    <TextLink to="/search/$searchId" params={{ searchId }}>
                      Show the records
                    </TextLink>
                  }
                />
              }
            />
          )}
        />
      )}
    </MessagesPage>
  );
}

interface MessagesInFilesProps extends Omit<TrackedMessagesProps, 'records' | 'isFilling' | 'notices' | 'empty' | 'about'> {
  readonly setUp: React.ReactNode;
}

function MessagesInFiles({ held, setUp, ...list }: MessagesInFilesProps) {
  const files = useOpenedFiles(fileOpeningOf(held), { onFiles: () => {}, onClose: () => {} });
  return (
    <TrackedMessages
      {...list}
      held={held}
      records={files.counts.records}
      isFilling={files.completeness === 'filling'}
      notices={files.notices}
      empty={<NoMessages exchange={undefined} setUp={setUp} description={files.title} />}
      about={
        <AuditSource
          records={files.counts.records}
          completeness={files.completeness}
          source={files.source}
          link={<TextLink to="/files">Show the records</TextLink>}
        />
      }
    />
  );
}

function NoOpenFile() {
  return (
    <EmptyState
      title="No file is open"
      advice="Open an exported audit log to see the encrypted messages in it, or search above."
      action={<LinkButton to="/files">Open a file</LinkButton>}
    />
  );
}

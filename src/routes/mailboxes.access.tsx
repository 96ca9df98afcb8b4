import { useQuery } from '@tanstack/react-query';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { describePeriod } from '~/domain/describe-query';
import { inFiles } from '~/domain/mailbox-access-params';
import { resultSets } from '~/engine/held-result-sets';
import { fileOpeningOf } from '~/features/files/open-files';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { AccessPage } from '~/features/mailbox-access/access-page';
import { type AccessParamsInput, defaultAccessParams, parseAccessParams } from '~/features/mailbox-access/access-params';
import { AccessScreen, type AccessScreenProps } from '~/features/mailbox-access/access-screen';
import { RecordDetails, type RecordDetailsProps } from '~/features/record/record-details';
import { LinkButton, TextLink } from '~/features/results/link-button';
import { SearchStages } from '~/features/results/search-stages';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { EmptyState } from '~/ui/empty-state';

export const Route = createFileRoute('/mailboxes/access')({
  validateSearch: (search: AccessParamsInput & SearchSchemaInput) => parseAccessParams(search),
  search: { middlewares: [stripSearchParams(defaultAccessParams)] },
  component: AccessRoute,
});

function AccessRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { graph, config, exchange, account } = Route.useRouteContext();
  const { journal, remember } = useSearchJournal();
  const searchId = source === inFiles ? undefined : source;
  const { data: search } = useQuery({ ...searchQuery(graph, searchId ?? ''), enabled: searchId !== undefined });
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    void navigate({ search: (last) => ({ ...last, in: id, record: undefined }) });
  });
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  const files = resultSets.find(inFiles);
  const screen = {
    exchange,
    params,
    onParams: (change: AccessParamsInput, { replace }: { readonly replace: boolean }) =>
      void navigate({ search: (last) => ({ ...last, ...change }), replace }),
    renderRecord: (slot: RecordDetailsProps) => <RecordDetails {...slot} />,
  };
  return (
    <AccessPage
      links={<MailboxLinks />}
      actions={
        files && source !== inFiles ? (
          <LinkButton to="/mailboxes/access" search={{ ...params, in: inFiles, record: undefined }}>
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
      {source === inFiles && (files ? <AccessInFiles key={files.id} {...screen} held={files} /> : <NoOpenFile />)}
      {source === undefined && (
        <EmptyState
          title="Nothing searched yet"
          advice="Choose a range of time and press Search. What administrators and owners changed about who may open a mailbox, send for it or go unlogged is put together from the records."
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
            <AccessScreen
              {...screen}
              key={held.id}
              held={held}
              records={counts.records}
              completeness={completeness}
              notices={notices}
              description={describePeriod(search.query.start, search.query.end)}
              source={`Microsoft Graph, ${tenantLabel(config)}`}
              link={
                <TextLink to="/search/$searchId" params={{ searchId }}>
                  Show the records
                </TextLink>
              }
            />
          )}
        />
      )}
    </AccessPage>
  );
}

type AccessInFilesProps = Pick<AccessScreenProps, 'held' | 'exchange' | 'params' | 'onParams' | 'renderRecord'>;

function AccessInFiles(props: AccessInFilesProps) {
  const files = useOpenedFiles(fileOpeningOf(props.held), { onFiles: () => {}, onClose: () => {} });
  return (
    <AccessScreen
      {...props}
      records={files.counts.records}
      completeness={files.completeness}
      notices={files.notices}
      description={files.title}
      source={files.source}
      link={<TextLink to="/files">Show the records</TextLink>}
    />
  );
}

function NoOpenFile() {
  return (
    <EmptyState
      title="No file is open"
      advice="Open an exported audit log to see the changes of access in it, or search above."
      action={<LinkButton to="/files">Open a file</LinkButton>}
    />
  );
}

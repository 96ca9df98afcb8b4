import { useQuery } from '@tanstack/react-query';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { describePeriod } from '~/domain/describe-query';
import { inFiles } from '~/domain/mailbox-access-params';
import { resultSets } from '~/engine/held-result-sets';
import { ExportButton } from '~/features/export/export-button';
import { fileOpeningOf } from '~/features/files/open-files';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { AccessForm } from '~/features/mailbox-access/access-form';
import { GrantsNote } from '~/features/mailbox-access/grants-note';
import { AccessReport, type AccessReportProps } from '~/features/non-owner/access-report';
import { NonOwnerPage } from '~/features/non-owner/non-owner-page';
import { defaultNonOwnerParams, type NonOwnerParamsInput, parseNonOwnerParams } from '~/features/non-owner/non-owner-params';
import { LinkButton, TextLink } from '~/features/results/link-button';
import { SearchStages } from '~/features/results/search-stages';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { EmptyState } from '~/ui/empty-state';

export const Route = createFileRoute('/mailboxes/non-owner')({
  validateSearch: (search: NonOwnerParamsInput & SearchSchemaInput) => parseNonOwnerParams(search),
  search: { middlewares: [stripSearchParams(defaultNonOwnerParams)] },
  component: NonOwnerRoute,
});

function NonOwnerRoute() {
  const { in: source, ...params } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { graph, config, account } = Route.useRouteContext();
  const { journal, remember } = useSearchJournal();
  const searchId = source === inFiles ? undefined : source;
  const { data: search } = useQuery({ ...searchQuery(graph, searchId ?? ''), enabled: searchId !== undefined });
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    void navigate({ search: (last) => ({ ...last, in: id, mailbox: '' }) });
  });
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  const files = resultSets.find(inFiles);
  const report = {
    params,
    onParams: (change: NonOwnerParamsInput, { replace }: { readonly replace: boolean }) =>
      void navigate({ search: (last) => ({ ...last, ...change }), replace }),
    renderExport: (slot: Parameters<AccessReportProps['renderExport']>[0]) => (
      <ExportButton {...slot} isMailboxLog label="Export records" />
    ),
    settings: <LinkButton to="/mailboxes">Mailbox auditing settings</LinkButton>,
  };
  return (
    <NonOwnerPage
      links={<MailboxLinks />}
      actions={
        files && source !== inFiles ? (
          <LinkButton to="/mailboxes/non-owner" search={{ ...params, in: inFiles, mailbox: '' }}>
            Look in the opened files
          </LinkButton>
        ) : undefined
      }
      form={
        <AccessForm
          query={search?.query}
          retentionDays={config.retentionDays}
          isSending={starting.isPending}
          error={starting.error}
          onSearch={starting.start}
        />
      }
    >
      {source === inFiles && (files ? <ReportOfFiles key={files.id} {...report} held={files} /> : <NoOpenFile />)}
      {source === undefined && (
        <EmptyState
          title="Nothing searched yet"
          advice="Choose a range of time and press Search. The report is put together from what delegates and administrators did in mailboxes; records of a search or of opened files serve as well."
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
            <AccessReport
              {...report}
              key={held.id}
              held={held}
              records={counts.records}
              completeness={completeness}
              notices={notices}
              description={describePeriod(search.query.start, search.query.end)}
              source={`Microsoft Graph, ${tenantLabel(config)}`}
              renderRecordsLink={(filters, label) => (
                <TextLink to="/search/$searchId" params={{ searchId }} search={{ filters }}>
                  {label}
                </TextLink>
              )}
              renderExplanation={(mailbox) => (
                <GrantsNote
                  held={held}
                  records={counts.records}
                  completeness={completeness}
                  mailbox={mailbox}
                  link={
                    <TextLink to="/mailboxes/access" search={{ in: searchId, mailbox }}>
                      Who can see this mailbox
                    </TextLink>
                  }
                />
              )}
            />
          )}
        />
      )}
    </NonOwnerPage>
  );
}

type ReportOfFilesProps = Pick<AccessReportProps, 'held' | 'params' | 'onParams' | 'renderExport' | 'settings'>;

function ReportOfFiles(props: ReportOfFilesProps) {
  const { held } = props;
  const files = useOpenedFiles(fileOpeningOf(held), { onFiles: () => {}, onClose: () => {} });
  return (
    <AccessReport
      {...props}
      records={files.counts.records}
      completeness={files.completeness}
      notices={files.notices}
      description={files.title}
      source={files.source}
      renderRecordsLink={(filters, label) => (
        <TextLink to="/files" search={{ filters }}>
          {label}
        </TextLink>
      )}
      renderExplanation={(mailbox) => (
        <GrantsNote
          held={held}
          records={files.counts.records}
          completeness={files.completeness}
          mailbox={mailbox}
          link={
            <TextLink to="/mailboxes/access" search={{ in: inFiles, mailbox }}>
              Who can see this mailbox
            </TextLink>
          }
        />
      )}
    />
  );
}

function NoOpenFile() {
  return (
    <EmptyState
      title="No file is open"
      advice="Open an exported audit log, or the XML of a mailbox audit search, to see who was in which mailbox, or search above."
      action={<LinkButton to="/files">Open a file</LinkButton>}
    />
  );
}

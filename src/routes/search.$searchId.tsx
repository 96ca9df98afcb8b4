import { useQuery } from '@tanstack/react-query';
import type { SearchSchemaInput } from '@tanstack/react-router';
import { createFileRoute, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { portalRecordType } from '~/domain/encrypted-messages';
import { mailboxRecordTypes } from '~/domain/mailbox-access-query';
import { ExportButton } from '~/features/export/export-button';
import { RecordDetails } from '~/features/record/record-details';
import { BackLink, LinkButton } from '~/features/results/link-button';
import { defaultParams, parseResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { SearchResults } from '~/features/results/search-results';
import { searchParamsOf } from '~/features/search/search-params';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { ownValue } from '~/lib/own-value';

export const Route = createFileRoute('/search/$searchId')({
  validateSearch: (search: ResultParamsInput & SearchSchemaInput) => parseResultParams(search),
  search: { middlewares: [stripSearchParams(defaultParams)] },
  component: SearchRoute,
});

function SearchRoute() {
  const { searchId } = Route.useParams();
  const { graph, config } = Route.useRouteContext();
  const params = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { journal, remember } = useSearchJournal();
  const { data: search } = useQuery(searchQuery(graph, searchId));
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  return (
    <SearchResults
      key={searchId}
      graph={graph}
      searchId={searchId}
      startedAt={ownValue(journal, searchId)?.createdAt}
      retentionDays={config.retentionDays}
      source={`Microsoft Graph, ${tenantLabel(config)}`}
      before={<BackLink to="/search">Searches</BackLink>}
      params={params}
      onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
      onCompleted={(recordCount) => remember({ [searchId]: { recordCount } })}
      onCancelled={() => void navigate({ to: '/search' })}
      renderRerun={(query) => (
        <>
          {query.recordTypes.includes(portalRecordType) && (
            <LinkButton to="/messages" search={{ in: searchId }}>
              Show as messages
            </LinkButton>
          )}
          {query.recordTypes.some((type) => mailboxRecordTypes.includes(type)) && (
            <LinkButton to="/mailboxes/non-owner" search={{ in: searchId }}>
              Show non-owner access
            </LinkButton>
          )}
          <LinkButton to="/search" search={searchParamsOf(query)}>
            Re-run
          </LinkButton>
        </>
      )}
      renderRecord={(slot) => <RecordDetails {...slot} />}
      renderExport={(slot) => <ExportButton {...slot} />}
    />
  );
}

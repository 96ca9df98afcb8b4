import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { useQuery } from '@tanstack/react-query';
import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { searchQuery } from '~/api/audit-searches';
import { tenantLabel } from '~/api/config';
import { describeError } from '~/domain/errors/describe-error';
import { mailboxRecordTypes } from '~/domain/mailbox-access/mailbox-access-query';
import { portalRecordType } from '~/domain/messages/encrypted-messages';
import { queryAgain } from '~/domain/query/run-again';
import { BackLink, LinkButton } from '~/features/frame/link-button';
import { KeepNotice } from '~/features/kept/keep-notice';
import { useKeeping } from '~/features/kept/use-keeping';
import { defaultParams, parseResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { fromAuditQuery } from '~/features/search/search-form';
import { toSearchParams } from '~/features/search/search-params';
import { useStartSearch } from '~/features/search/use-start-search';
import { useSearchJournal } from '~/features/searches/search-journal';
import { useFinishTimes } from '~/features/searches/use-finish-times';
import { rangeOf } from '~/lib/date-range';
import { ownValue } from '~/lib/own-value';
import { CommandButton } from '~/ui/command-button';
import { CompactLabel } from '~/ui/compact-label';
import { Failure } from '~/ui/failure';
import { resultsParts } from './-results-parts';
import { SearchResults } from './-search-results';

export const Route = createFileRoute('/search/$searchId')({
  validateSearch: (search: ResultParamsInput & SearchSchemaInput) => parseResultParams(search),
  search: { middlewares: [stripSearchParams(defaultParams)] },
  component: SearchRoute,
});

function SearchRoute() {
  const { searchId } = Route.useParams();
  const { graph, config, account, kept } = Route.useRouteContext();
  const { keep } = useKeeping(kept);
  const params = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { journal, remember } = useSearchJournal();
  const { data: search } = useQuery(searchQuery(graph, searchId));
  useFinishTimes(
    useMemo(() => search && [search], [search]),
    remember,
  );
  const madeAt = ownValue(journal, searchId)?.createdAt;
  const starting = useStartSearch(graph, ({ id }) => {
    remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
    void navigate({ to: '/search/$searchId', params: { searchId: id }, search: {} });
  });
  return (
    <SearchResults
      key={searchId}
      graph={graph}
      searchId={searchId}
      startedAt={madeAt}
      retentionDays={config.retentionDays}
      keep={keep}
      source={`Microsoft Graph, ${tenantLabel(config)}`}
      before={<BackLink to="/search">Searches</BackLink>}
      params={params}
      onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
      onCompleted={(recordCount) => remember({ [searchId]: { recordCount } })}
      onCancelled={() => void navigate({ to: '/search' })}
      notice={starting.error && <Failure {...describeError(starting.error)} />}
      renderActions={({ query }) => (
        <>
          {query.recordTypes.includes(portalRecordType) && (
            <LinkButton command="Show as messages" to="/messages" search={{ in: searchId }}>
              Show as messages
            </LinkButton>
          )}
          {query.recordTypes.some((type) => mailboxRecordTypes.includes(type)) && (
            <LinkButton command="Show non-owner access" to="/mailboxes/non-owner" search={{ in: searchId }}>
              Show non-owner access
            </LinkButton>
          )}
          <LinkButton
            command="Edit the search"
            to="/search"
            icon={<EditRegular />}
            search={toSearchParams({ ...fromAuditQuery(query), range: rangeOf(query.start, query.end, madeAt) })}
          >
            <CompactLabel>Edit search</CompactLabel>
          </LinkButton>
          <CommandButton
            command="Run the search again"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={starting.isPending}
            onClick={() => starting.start(queryAgain(query, madeAt, Date.now()))}
          >
            <CompactLabel>Run again</CompactLabel>
          </CommandButton>
        </>
      )}
      renderKeeping={({ name }, held) => <KeepNotice kept={kept} held={held} keptAs={held.key} title={name} />}
      parts={resultsParts}
    />
  );
}

import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { tenantLabel } from '~/api/config';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { ExportButton } from '~/features/export/export-button';
import { BackLink, LinkButton } from '~/features/frame/link-button';
import { LastAccesses } from '~/features/mailbox-search/last-accesses';
import { paramsOf } from '~/features/mailbox-search/mailbox-search-form';
import { type RememberedSearch, useRememberedSearches } from '~/features/mailbox-search/remembered-searches';
import { useLogResults } from '~/features/mailbox-search/use-log-results';
import { defaultParams, parseResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { ResultsScreen } from '~/features/results/results-screen';
import { ownValue } from '~/lib/own-value';
import type { EpochMs } from '~/lib/time';
import { CompactLabel } from '~/ui/compact-label';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';
import { useTimeZone } from '~/ui/time-zone';
import { resultsParts } from './-results-parts';

export const Route = createFileRoute('/mailboxes/search/$searchId')({
  validateSearch: (search: ResultParamsInput & SearchSchemaInput) => parseResultParams(search),
  search: { middlewares: [stripSearchParams(defaultParams)] },
  component: MailboxLogRoute,
});

function MailboxLogRoute() {
  const { searchId } = Route.useParams();
  const { exchange, config, account } = Route.useRouteContext();
  const navigate = useNavigate();
  const { searches, remember } = useRememberedSearches();
  const remembered = ownValue(searches, searchId);
  if (!remembered || !exchange) return <NotKnown />;
  const { search } = remembered;
  if (search.way === 'background' || search.showDetails) {
    return (
      <LogResults
        key={searchId}
        exchange={exchange}
        remembered={remembered}
        onRead={(readAt) => remember({ [searchId]: { ...remembered, readAt } })}
      />
    );
  }
  return (
    <LastAccesses
      key={searchId}
      exchange={exchange}
      id={searchId}
      search={search}
      before={<BackToForm search={search} />}
      tenant={tenantLabel(config)}
      change={<EditLink search={search} />}
      onDetails={(details) => {
        const id = crypto.randomUUID();
        remember({ [id]: { search: details, startedAt: Date.now(), startedBy: account.user } });
        void navigate({ to: '/mailboxes/search/$searchId', params: { searchId: id } });
      }}
    />
  );
}

interface LogResultsProps {
  readonly exchange: PagedExchangeAdmin;
  readonly remembered: RememberedSearch;
  onRead(at: EpochMs): void;
}

function LogResults({ exchange, remembered, onRead }: LogResultsProps) {
  const { searchId } = Route.useParams();
  const { config } = Route.useRouteContext();
  const params = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const [zone] = useTimeZone();
  const log = useLogResults({
    exchange,
    id: searchId,
    remembered,
    onRead,
    zone,
    tenant: tenantLabel(config),
    change: <EditLink search={remembered.search} />,
  });
  return (
    <ResultsScreen
      {...resultsParts}
      {...log}
      key={log.held.id}
      before={<BackToForm search={remembered.search} />}
      params={params}
      onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
      renderExport={(slot) => <ExportButton {...slot} isMailboxLog />}
    />
  );
}

/** Filled in as it was. */
function BackToForm({ search }: Pick<RememberedSearch, 'search'>) {
  return (
    <BackLink to="/mailboxes/search" search={paramsOf(search)}>
      Mailbox audit search
    </BackLink>
  );
}

function EditLink({ search }: Pick<RememberedSearch, 'search'>) {
  return (
    <LinkButton to="/mailboxes/search" icon={<EditRegular />} search={paramsOf(search)}>
      <CompactLabel>Edit search</CompactLabel>
    </LinkButton>
  );
}

function NotKnown() {
  return (
    <Page title="Mailbox audit search" before={<BackLink to="/mailboxes/search">Mailbox audit search</BackLink>}>
      <EmptyState
        title="This browser does not know the search"
        advice="Exchange keeps no results of it: a search is known to the browser that made it, and only its latest 100 are. Search again with the same criteria."
        action={<LinkButton to="/mailboxes/search">Mailbox audit search</LinkButton>}
      />
    </Page>
  );
}

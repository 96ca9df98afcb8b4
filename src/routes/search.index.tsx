import { makeStyles, tokens } from '@fluentui/react-components';
import { createFileRoute } from '@tanstack/react-router';
import { searchesQuery } from '~/api/audit-searches';
import { NewSearch } from '~/features/search/new-search';
import { searchParamsOf, searchParamsSchema } from '~/features/search/search-params';
import { useSearchJournal } from '~/features/searches/search-journal';
import { Searches } from '~/features/searches/searches';
import { recordSets, searchKey } from '~/records/held-record-sets';
import { Page } from '~/ui/page';

export const Route = createFileRoute('/search/')({
  validateSearch: searchParamsSchema,
  loader: ({ context: { queryClient, graph } }) => void queryClient.prefetchQuery(searchesQuery(graph)),
  component: SearchPage,
});

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (min-width: 1280px)': { gridTemplateColumns: 'minmax(0, 880px) minmax(300px, 1fr)' },
  },
});

function SearchPage() {
  const styles = useStyles();
  const params = Route.useSearch();
  const navigate = Route.useNavigate();
  const { graph, config, account, kept } = Route.useRouteContext();
  const { remember } = useSearchJournal();
  return (
    <Page title="New search" context="Searches run on the service and go on when this page is closed.">
      <div className={styles.columns}>
        <NewSearch
          params={params}
          onParams={(search) => void navigate({ to: '/search', search, replace: true, resetScroll: false })}
          graph={graph}
          config={config}
          onStarted={({ id }) => {
            remember({ [id]: { createdAt: Date.now(), createdBy: account.user } });
            void navigate({ to: '/search/$searchId', params: { searchId: id } });
          }}
        />
        <Searches
          graph={graph}
          onOpen={(searchId) => void navigate({ to: '/search/$searchId', params: { searchId } })}
          onDeleted={(searchId) => {
            recordSets.release(searchKey(searchId));
            void kept.delete(searchKey(searchId)).catch(() => undefined);
          }}
          onCopy={(query) => void navigate({ to: '/search', search: searchParamsOf(query) })}
        />
      </div>
    </Page>
  );
}

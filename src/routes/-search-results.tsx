import type { ReactNode } from 'react';
import type { Search } from '~/api/audit-searches';
import { descriptionBeside } from '~/features/filling/search-description';
import { SearchStages, type SearchStagesProps } from '~/features/filling/search-stages';
import { ResultsScreen, type ResultsScreenProps } from '~/features/results/results-screen';
import { Page } from '~/ui/page';

export interface SearchResultsProps
  extends Omit<SearchStagesProps, 'renderWaiting' | 'renderFilled'>,
    Pick<ResultsScreenProps, 'params' | 'onParams' | 'renderRecord' | 'renderExport'> {
  /** Whose records these are. */
  readonly source: string;
  /** A link to all searches. */
  readonly before: ReactNode;
  /** What became of an action, above all else. */
  readonly notice: ReactNode;
  /** What can be done with a search, beside reading its records. */
  renderActions(search: Search): ReactNode;
}

/** The page of one search. */
export function SearchResults(props: SearchResultsProps) {
  const { before, notice, renderActions } = props;
  return (
    <SearchStages
      {...props}
      renderWaiting={(content, search) => (
        <Page
          title={search?.name || 'Search'}
          before={before}
          context={search && descriptionBeside(search.name, search.query)}
          actions={search && renderActions(search)}
        >
          {notice}
          {content}
        </Page>
      )}
      renderFilled={({ search, ...filled }) => (
        <ResultsScreen
          key={filled.held.id}
          {...props}
          {...filled}
          title={search.name || 'Search'}
          notices={
            <>
              {notice}
              {filled.notices}
            </>
          }
          actions={renderActions(search)}
        />
      )}
    />
  );
}

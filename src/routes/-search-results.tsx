import type { ReactNode } from 'react';
import type { Search } from '~/api/audit-searches';
import { descriptionBeside } from '~/features/filling/search-description';
import { SearchStages, type SearchStagesProps } from '~/features/filling/search-stages';
import type { ResultsParts } from '~/features/results/record-slot';
import { ResultsScreen, type ResultsScreenProps } from '~/features/results/results-screen';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { Page } from '~/ui/page';

export interface SearchResultsProps
  extends Omit<SearchStagesProps, 'renderWaiting' | 'renderFilled'>,
    Pick<ResultsScreenProps, 'params' | 'onParams'> {
  readonly parts: ResultsParts;
  /** Whose records these are. */
  readonly source: string;
  /** A link to all searches. */
  readonly before: ReactNode;
  /** What became of an action, above all else. */
  readonly notice: ReactNode;
  /** What can be done with a search, beside reading its records. */
  renderActions(search: Search): ReactNode;
  /** What there is to say about keeping its records in this browser. */
  renderKeeping(search: Search, held: HeldRecordSet): ReactNode;
}

/** The page of one search. */
export function SearchResults(props: SearchResultsProps) {
  const { before, notice, parts, renderActions, renderKeeping } = props;
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
          {...parts}
          {...filled}
          title={search.name || 'Search'}
          notices={
            <>
              {notice}
              {filled.notices}
              {renderKeeping(search, filled.held)}
            </>
          }
          actions={renderActions(search)}
        />
      )}
    />
  );
}

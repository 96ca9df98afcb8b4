import type { ReactNode } from 'react';
import type { AuditQuery } from '~/domain/audit-query';
import { describeQuery } from '~/domain/describe-query';
import { Page } from '~/ui/page';
import { ResultsScreen, type ResultsScreenProps } from './results-screen';
import { SearchStages, type SearchStagesProps } from './search-stages';

export interface SearchResultsProps
  extends Omit<SearchStagesProps, 'renderWaiting' | 'renderFilled'>,
    Pick<ResultsScreenProps, 'params' | 'onParams' | 'renderRecord' | 'renderExport'> {
  /** Whose records these are. */
  readonly source: string;
  /** A link to all searches. */
  readonly before: ReactNode;
  /** A link to the form, filled in with these criteria. */
  renderRerun(query: AuditQuery): ReactNode;
}

/** The page of one search. */
export function SearchResults(props: SearchResultsProps) {
  const { before, renderRerun } = props;
  return (
    <SearchStages
      {...props}
      renderWaiting={(content, search) => (
        <Page
          title={search?.name || 'Search'}
          before={before}
          context={search && describeQuery(search.query)}
          actions={search && renderRerun(search.query)}
        >
          {content}
        </Page>
      )}
      renderFilled={({ search, ...filled }) => (
        <ResultsScreen
          key={filled.held.id}
          {...props}
          {...filled}
          title={search.name || 'Search'}
          actions={renderRerun(search.query)}
        />
      )}
    />
  );
}

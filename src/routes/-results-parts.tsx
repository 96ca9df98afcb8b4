import { lazy, Suspense } from 'react';
import { ExportButton } from '~/features/export/export-button';
import { GroupBy } from '~/features/groups/group-by';
import { FacetsPanel } from '~/features/narrowing/facets-panel';
import { NarrowingBar } from '~/features/narrowing/narrowing-bar';
import { ResultsTimeline } from '~/features/narrowing/results-timeline';
import { RecordDetails } from '~/features/record/record-details';
import type { ResultsParts } from '~/features/results/results-screen';

// Loaded when somebody groups: most visits to the results never do.
const GroupedRecords = lazy(async () => ({
  default: (await import('~/features/groups/grouped-records')).GroupedRecords,
}));

/** What other features put on every page of records. */
export const resultsParts: ResultsParts = {
  renderRecord: (slot) => <RecordDetails {...slot} />,
  renderExport: (slot) => <ExportButton {...slot} />,
  renderTools: (slot) => <NarrowingBar {...slot} />,
  renderTimeline: (slot) => <ResultsTimeline {...slot} />,
  renderFacets: (slot) => <FacetsPanel {...slot} />,
  renderGroupBy: (slot) => <GroupBy {...slot} />,
  renderGroups: (slot) => (
    <Suspense>
      <GroupedRecords {...slot} />
    </Suspense>
  ),
};

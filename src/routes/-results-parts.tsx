import { ExportButton } from '~/features/export/export-button';
import { FacetsPanel } from '~/features/narrowing/facets-panel';
import { NarrowingBar } from '~/features/narrowing/narrowing-bar';
import { ResultsTimeline } from '~/features/narrowing/results-timeline';
import { RecordDetails } from '~/features/record/record-details';
import type { ResultsParts } from '~/features/results/results-screen';

/** What other features put on every page of records. */
export const resultsParts: ResultsParts = {
  renderRecord: (slot) => <RecordDetails {...slot} />,
  renderExport: (slot) => <ExportButton {...slot} />,
  renderTools: (slot) => <NarrowingBar {...slot} />,
  renderTimeline: (slot) => <ResultsTimeline {...slot} />,
  renderFacets: (slot) => <FacetsPanel {...slot} />,
};

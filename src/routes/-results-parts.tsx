import { useLocation, useRouteContext } from '@tanstack/react-router';
import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import type { RecordSet } from '~/engine/record-set';
import { AddressHint } from '~/features/addresses/address-hint';
import { SaveView } from '~/features/casework/save-view';
import { ExportButton } from '~/features/export/export-button';
import { TextLink } from '~/features/frame/link-button';
import { GroupBy } from '~/features/groups/group-by';
import { FacetsPanel } from '~/features/narrowing/facets-panel';
import { NarrowingBar } from '~/features/narrowing/narrowing-bar';
import { ResultsTimeline } from '~/features/narrowing/results-timeline';
import { RecordDetails } from '~/features/record/record-details';
import type { StandsOutSlot } from '~/features/results/record-slot';
import type { ResultsParts } from '~/features/results/results-parts';
import type { StandsOutTab } from '~/features/results/stands-out';

// Loaded once they are asked for.
const standsOut: Readonly<Record<StandsOutTab, LazyExoticComponent<ComponentType<StandsOutSlot>>>> = {
  compare: lazy(async () => ({ default: (await import('~/features/compare/compare')).Compare })),
  detections: lazy(async () => ({ default: (await import('~/features/detections/detections')).Detections })),
  indicators: lazy(async () => ({ default: (await import('~/features/indicators/indicators')).Indicators })),
  newAndRare: lazy(async () => ({ default: (await import('~/features/new-and-rare/new-and-rare')).NewAndRare })),
};
const FieldStatistics = lazy(async () => ({
  default: (await import('~/features/narrowing/field-statistics')).FieldStatistics,
}));
const GroupedRecords = lazy(async () => ({
  default: (await import('~/features/groups/grouped-records')).GroupedRecords,
}));
const MarkRecord = lazy(async () => ({ default: (await import('~/features/casework/mark-record')).MarkRecord }));
const TiedRecords = lazy(async () => ({ default: (await import('~/features/session/tied-records')).TiedRecords }));
const MessagesRead = lazy(async () => ({ default: (await import('~/features/mail-reads/messages-read')).MessagesRead }));

/** What other features put on every page of records. */
export const resultsParts: ResultsParts = {
  renderRecord: (slot) => (
    <RecordDetails
      {...slot}
      renderTied={({ record, ties }) => (
        <Suspense>
          <TiedRecords {...slot} record={record.key} ties={ties} />
        </Suspense>
      )}
      renderNotes={(record) => <RecordNotes key={record.recordId} record={record} />}
    />
  ),
  renderExport: (slot) => <ExportButton {...slot} />,
  renderTools: (slot) => <NarrowingBar {...slot} />,
  renderTimeline: (slot) => <ResultsTimeline {...slot} />,
  renderFacets: (slot) => <FacetsPanel {...slot} />,
  renderFieldsHint: fieldsHint,
  renderStandsOut: (tab, slot) => {
    const Tab = standsOut[tab];
    return (
      <Suspense>
        <Tab {...slot} />
      </Suspense>
    );
  },
  renderStatistics: (slot) => (
    <Suspense>
      <FieldStatistics {...slot} />
    </Suspense>
  ),
  renderSaving: (name) => <SaveThisView name={name} />,
  renderGroupBy: (slot) => <GroupBy {...slot} />,
  renderGroups: (slot) => (
    <Suspense>
      <GroupedRecords {...slot} />
    </Suspense>
  ),
  renderMessagesRead: (slot) => (
    <Suspense>
      <MessagesRead {...slot} />
    </Suspense>
  ),
};

function fieldsHint(set: RecordSet) {
  return (
    <AddressHint set={set}>
      <TextLink to="/settings">open an MMDB file</TextLink>
    </AddressHint>
  );
}

function RecordNotes({ record }: { readonly record: { recordId: string; time: number | undefined; summary: string } }) {
  const { casework } = useRouteContext({ from: '__root__' });
  const address = useLocation({ select: ({ pathname, searchStr }) => `${pathname}${searchStr}` });
  return (
    <Suspense>
      <MarkRecord casework={casework} record={{ ...record, address }} />
    </Suspense>
  );
}

function SaveThisView({ name }: { readonly name: string }) {
  const { casework } = useRouteContext({ from: '__root__' });
  const { pathname, searchStr } = useLocation();
  return <SaveView casework={casework} path={pathname} search={searchStr} suggestedName={name} />;
}

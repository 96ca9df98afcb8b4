import { Button, mergeClasses } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { Activity, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import { describeError } from '~/domain/errors/describe-error';
import type { RecordKey } from '~/domain/record/record-key';
import { textFinder } from '~/lib/text-finder';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { FilterDraft, Narrowing } from '~/records/narrowing';
import { useSetState } from '~/records/use-set-state';
import { CopyButton } from '~/ui/copy-button';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { Page } from '~/ui/page';
import { useTimeZone } from '~/ui/time-zone';
import { useCommand } from '~/ui/use-command';
import { narrowScreen, useMedia } from '~/ui/use-media';
import { usePrinting } from '~/ui/use-printing';
import { useStoredSwitch } from '~/ui/use-stored-switch';
import { shownFields, withField, withMarks } from './column-layout';
import { ColumnsPopover } from './columns-popover';
import { groupsSlot, messagesRead } from './groups-slot';
import { narrowingSteps } from './narrowing-steps';
import { outcomeFields } from './outcome';
import { PrintedRows } from './printed-rows';
import { RecordPane } from './record-pane';
import { signFields } from './record-sign';
import { cardFields } from './result-card';
import type { ResultParams } from './result-params';
import { ResultsGrid } from './results-grid';
import type { ResultsParts } from './results-parts';
import { useResultsStyles } from './results-screen-styles';
import { ResultsSummary } from './results-summary';
import { StandsOutButton } from './stands-out-button';
import { StandsOutPanel } from './stands-out-panel';
import { useAnnouncement } from './use-announcement';
import { useColumnLayout } from './use-column-layout';
import { useOpenRecord } from './use-open-record';
import { usePrintableRows } from './use-printable-rows';
import { useRecordCells } from './use-record-cells';
import { useResultView } from './use-result-view';
import { useRowFocus } from './use-row-focus';
import { useRows } from './use-rows';
import { useStableView } from './use-stable-view';
import { useStandsOut } from './use-stands-out';
import { useStar } from './use-star';
import { viewLink } from './view-link';

// The menu is loaded by itself: most screens have headers to sort by and never show it.
const SortMenu = lazy(async () => ({ default: (await import('./sort-menu')).SortMenu }));

export interface ResultsScreenProps extends ResultsParts {
  readonly held: HeldRecordSet;
  readonly title: string;
  /** The way back. */
  readonly before?: ReactNode;
  /** As far as the title does not say it. */
  readonly description: ReactNode;
  readonly source: ReactNode;
  /** Progress and warnings, above the rows. */
  readonly notices?: ReactNode;
  /** Instead of the grid when there is no record and none is coming. */
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
  readonly params: ResultParams;
  onParams(change: Partial<ResultParams>, options: { readonly replace: boolean }): void;
}

/** A record set on the screen, wherever its records came from. */
export function ResultsScreen(props: ResultsScreenProps) {
  const { held, title, params, onParams } = props;
  const { catalogue } = held.set;
  const styles = useResultsStyles();
  const [zone] = useTimeZone();
  const [layout, setLayout] = useColumnLayout(catalogue, params.columns, (columns) => onParams({ columns }, { replace: true }));
  const [isPanelOpen, setPanelOpen] = useStoredSwitch('facets-open', !matchMedia('(max-width: 900px)').matches);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const [draft, setDraft] = useState<FilterDraft>();
  const [measured, setMeasured] = useState<FieldRef>();
  // What a record was opened from, where that is not all that is shown.
  const [among, setAmong] = useState<readonly RecordKey[]>();
  const grid = useRef<VirtualGridHandle>(null);

  const isGrouped = params.group !== undefined;
  const view = useStableView(params);
  const shownColumns = shownFields(layout);
  const hasCards = useMedia(narrowScreen);
  // `time` comes with every row; the others tell how the row is drawn.
  const drawnFields = [...shownColumns, ...(hasCards ? cardFields : []), ...outcomeFields, ...signFields];
  const fields = [...new Set(drawnFields)].filter((field) => field !== 'time').sort();
  const set = useSetState(held.set);
  const hint = props.renderFieldsHint(held.set);
  const { shown, isPending, error, span, setSpan, retry } = useResultView(held, {
    view,
    fields,
    topRow: () => (isGrouped ? 0 : (grid.current?.topRow() ?? 0)),
  });
  const { state } = shown ?? {};
  const isSearching = state !== undefined && state.searched < state.outOf;
  const { rowAt, error: rowsError } = useRows(held, shown, span, fields);
  const printable = usePrintableRows(held, shown, fields, set.coverage !== 'filling' && !isSearching && !isPending);
  const isPrinting = usePrinting();
  const finder = useMemo(() => textFinder(shown?.asked.text ?? ''), [shown?.asked.text]);
  const open = useOpenRecord({
    held,
    shown,
    record: params.record,
    among: isGrouped ? among : undefined,
    onStep: (record) => onParams({ record }, { replace: true }),
  });
  const announcement = useAnnouncement(catalogue, { shown, set });
  const isOpen = params.record !== undefined;
  const standsOut = useStandsOut(params, onParams);
  const step = (rows: 1 | -1) => (isOpen ? void open.step(rows) : grid.current?.moveBy(rows));
  useCommand({ keys: 'j', label: isOpen ? 'Next record' : 'Next row' }, () => step(1));
  useCommand({ keys: 'k', label: isOpen ? 'Previous record' : 'Previous row' }, () => step(-1));

  const closing = useRowFocus(grid, { isOpen, hasRows: (state?.rowCount ?? 0) > 0, isGrouped });

  const { onFilters, addFilter, choose, around, clear: clearFilters, showRecords } = narrowingSteps(params, onParams);
  const showColumn = (field: FieldRef) => setLayout(withField(layout, field));
  const isFiltered = params.text !== '' || params.filters.length > 0;
  useCommand({ label: 'Clear the filters' }, isFiltered ? clearFilters : undefined);
  const close = () => {
    closing();
    onParams({ record: undefined }, { replace: false });
  };
  const narrowing: Narrowing = { held, shown, zone, text: params.text, filters: params.filters, onFilters };
  const onStep = isOpen ? step : undefined;
  const openRecord = (record: RecordKey, isByKeyboard: boolean) => {
    setByKeyboard(isByKeyboard);
    onParams({ record }, { replace: isOpen });
  };
  const onStar = useStar(held, grid);
  const cells = useRecordCells(zone, finder);
  const groups = groupsSlot(narrowing, {
    name: title,
    fields: shownColumns,
    params,
    onParams,
    gridRef: grid,
    cells,
    record: params.record,
    onStar,
    onStep,
    onRecord: (record, isByKeyboard, listed) => {
      setAmong(listed);
      openRecord(record, isByKeyboard);
    },
  });
  // Neither groups nor messages stand in place of the records.
  const isListed = !isGrouped && !groups.isMessagesRead;
  const groupBy = (field: FieldRef) => groups.onBy([field]);
  const isEmpty = set.records === 0 && set.coverage !== 'filling';
  return (
    <Page
      title={title}
      before={props.before}
      context={<ResultsSummary {...props} shown={shown} />}
      actions={
        <>
          <CopyButton
            label="link"
            text={() => viewLink(location.href, shownColumns)}
            icon={<LinkRegular />}
            appearance="secondary"
            size="medium"
          />
          {!isEmpty && <StandsOutButton {...standsOut} />}
          {props.renderSaving(title)}
          {shown && props.renderExport({ name: title, set: held.set, asked: shown.asked, fields: shownColumns, zone })}
          {props.actions}
        </>
      }
    >
      {props.notices}
      {error !== undefined && <Failure {...describeError(error)} action={<Button onClick={retry}>Try again</Button>} />}
      {rowsError && !isPending && <Failure {...describeError(rowsError)} />}
      <div className={styles.hidden} role="status">
        {announcement}
      </div>
      {isEmpty ? (
        props.empty
      ) : (
        <>
          {props.renderTools({
            ...narrowing,
            onText: (text) => onParams({ text }, { replace: true }),
            fields: layout.order,
            draft,
            onDraft: setDraft,
            isPanelOpen,
            onPanel: setPanelOpen,
            children: (
              <>
                {hasCards ? (
                  <Suspense>
                    <SortMenu
                      catalogue={catalogue}
                      fields={shownColumns}
                      sort={params.sort}
                      onSort={(sort) => onParams({ sort }, { replace: true })}
                    />
                  </Suspense>
                ) : (
                  <ColumnsPopover held={held} layout={layout} onLayout={setLayout} renderHint={props.renderFieldsHint} />
                )}
                {props.renderGroupBy(groups)}
              </>
            ),
          })}
          {isPrinting && !isOpen && isListed && state && (
            <PrintedRows catalogue={catalogue} rows={printable} rowCount={state.rowCount} fields={shownColumns} zone={zone} />
          )}
          <div className={styles.body}>
            {isPanelOpen && props.renderFacets({ ...narrowing, hint, onGroup: groupBy, onClose: () => setPanelOpen(false) })}
            <div className={mergeClasses(styles.main, (isOpen || standsOut.isShown) && styles.covered)}>
              {props.renderTimeline({
                ...narrowing,
                stack: params.stack ?? 'recordType',
                onStack: (stack) => onParams({ stack }, { replace: true }),
              })}
              <div className={mergeClasses(styles.rows, (isListed || isOpen) && styles.offPaper)} aria-busy={isPending}>
                {state?.rowCount === 0 && !isSearching && !isPending ? (
                  <EmptyState
                    title="No record matches"
                    advice={`None of the ${formatNumber(set.records)} records has this text and passes these filters.`}
                    action={<Button onClick={clearFilters}>Clear filters</Button>}
                  />
                ) : isGrouped ? (
                  props.renderGroups(groups)
                ) : groups.isMessagesRead ? (
                  props.renderMessagesRead({ ...groups, record: params.record, onOpen: openRecord, onRecords: showRecords, grid })
                ) : (
                  <ResultsGrid
                    ref={grid}
                    catalogue={catalogue}
                    rowCount={state?.rowCount}
                    shift={shown}
                    rowAt={rowAt}
                    onRange={(first, end) => setSpan({ first, end })}
                    selectedRow={isOpen ? open.place?.position : undefined}
                    onOpen={({ key }, isByKeyboard) => openRecord(key, isByKeyboard)}
                    onStar={onStar}
                    onFilter={addFilter}
                    onChoose={choose}
                    onAround={around}
                    onAskFilter={(field) => setDraft({ field })}
                    onStatistics={setMeasured}
                    onGroup={groupBy}
                    onFacetPinned={() => setPanelOpen(true)}
                    layout={layout}
                    onLayout={setLayout}
                    sort={params.sort}
                    onSort={(sort) => onParams({ sort }, { replace: true })}
                    zone={zone}
                    finder={finder}
                    onStep={onStep}
                    hasCards={hasCards}
                  />
                )}
              </div>
            </div>
            {measured !== undefined &&
              props.renderStatistics({ ...narrowing, field: measured, onClose: () => setMeasured(undefined) })}
            {params.panel && (
              <Activity mode={standsOut.isShown ? 'visible' : 'hidden'}>
                <StandsOutPanel {...standsOut} tab={params.panel}>
                  {props.renderStandsOut(params.panel, {
                    ...narrowing,
                    onAround: standsOut.onAround,
                    onColumn: (field) => setLayout(withMarks(layout, field)),
                  })}
                </StandsOutPanel>
              </Activity>
            )}
            {isOpen && (
              <RecordPane
                shown={shown}
                open={open}
                held={held}
                catalogue={catalogue}
                zone={zone}
                takesFocus={isByKeyboard}
                onChoose={choose}
                onAround={around}
                onMessagesRead={(filters) => onParams({ ...messagesRead, text: '', filters }, { replace: false })}
                onOpen={(key) => onParams({ record: key }, { replace: false })}
                onColumn={showColumn}
                onShowAll={clearFilters}
                onClose={close}
                renderRecord={props.renderRecord}
              />
            )}
          </div>
        </>
      )}
    </Page>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { type RefObject, useMemo, useState } from 'react';
import { labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { describeError } from '~/domain/errors/describe-error';
import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import { allOf, anyOf, counted } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { ListedRecords } from '~/records/listed-records';
import { useOffered } from '~/records/use-offered';
import type { ShownView } from '~/records/view-follower';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import type { DataSort } from '~/ui/grid/data-column';
import { PrintedTable } from '~/ui/grid/printed-table';
import { useDataTable } from '~/ui/grid/use-data-table';
import type { VirtualGridHandle } from '~/ui/grid/virtual-grid';
import { MenuButton } from '~/ui/menu-button';
import { usePrinting } from '~/ui/use-printing';
import { VisibleText } from '~/ui/visible-text';
import { groupColumns, groupingOf, keyIndex, largestFirst, type ViewGroup, type ViewGrouping } from './group-columns';
import { groupFields, usualDistinct } from './group-fields';
import { onlyGroup, withoutGroup } from './group-filters';
import { GroupsGrid } from './groups-grid';
import { lineFields } from './record-line';
import { useGroupRecords } from './use-group-records';
import { useGroupsExport } from './use-groups-export';
import { useOpenGroups } from './use-open-groups';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'center' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    '@media print': { display: 'none' },
  },
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, '@media print': { display: 'none' } },
});

export interface GroupedRecordsProps extends ListedRecords {
  /** Given to whoever gives the focus back. */
  readonly gridRef: RefObject<VirtualGridHandle | null>;
  readonly held: HeldRecordSet;
  /** `undefined` before there is a view. */
  readonly shown: ShownView | undefined;
  readonly zone: TimeZone;
  /** Names the file. */
  readonly name: string;
  /** Those that are columns of the records. */
  readonly fields: readonly FieldRef[];
  /** One or two. */
  readonly by: readonly FieldRef[];
  /** What different values are counted of; `undefined` for what is usually asked. */
  readonly distinct: FieldRef | undefined;
  /** `column` is one of this table; others count as not asked. */
  readonly sort: DataSort | undefined;
  readonly filters: readonly Filter[];
  onBy(by: readonly FieldRef[]): void;
  onDistinct(field: FieldRef): void;
  onSort(sort: DataSort): void;
  onFilters(filters: Filter[]): void;
  /** The records that pass these, in place of groups; a step that the way back undoes. */
  onRecords(filters: Filter[]): void;
}

/** The records of a view put together, in place of the records. */
export function GroupedRecords(props: GroupedRecordsProps) {
  const { held, zone, by } = props;
  const { catalogue } = held.set;
  const distinct = props.distinct ?? usualDistinct(by);
  const asked = useMemo(() => ({ by, distinct }), [by, distinct]);
  const columns = useMemo(() => groupColumns(catalogue, asked, zone), [catalogue, asked, zone]);
  const table = useDataTable<ViewGroup>({
    layoutKey: 'groups',
    columns,
    // They come in windows, in their order.
    rows: undefined,
    sort: props.sort,
    standardSort: largestFirst,
    onSort: (next) =>
      // Of numbers and times the largest are asked for first.
      props.onSort(next.column === table.sort.column || keyIndex(next.column) >= 0 ? next : { ...next, descending: true }),
  });
  const grouping = groupingOf(asked, table.sort);
  return grouping && <Groups {...props} distinct={distinct} table={table} grouping={grouping} />;
}

interface GroupsProps extends GroupedRecordsProps {
  readonly distinct: FieldRef;
  readonly table: ReturnType<typeof useDataTable<ViewGroup>>;
  readonly grouping: ViewGrouping;
}

function Groups({ table, grouping, ...props }: GroupsProps) {
  const { held, shown, by, distinct, filters, cells, onBy, onRecords } = props;
  const { catalogue } = held.set;
  const offered = useOffered(held.set);
  const styles = useStyles();
  const [lines, setLines] = useState({ first: 0, end: 50 });
  const { groupCount, groupAt, isPending, open, lineCount, toggle, ...groups } = useOpenGroups(held, shown, grouping, lines);
  const fields = useMemo(() => lineFields(catalogue, by), [catalogue, by]);
  const read = useMemo(() => [...new Set([...fields, ...cells.fields])].filter((field) => field !== 'time'), [fields, cells]);
  const records = useGroupRecords({ held, shown, by, fields: read, open, lines });
  const isPrinting = usePrinting();
  const exporting = useGroupsExport();
  const rowCount = shown?.state.rowCount ?? 0;
  const { columns } = table;
  const save = () => {
    if (!shown || groupCount === undefined) return;
    const shownColumns = table.shownColumns.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
    void exporting.start({ name: props.name, set: held.set, asked: shown.asked, grouping, columns: shownColumns, groupCount });
  };
  const showRecords = <Button onClick={() => onBy([])}>Show records</Button>;
  const names = by.map((field) => labelOf(catalogue, field));
  const { error, retry } = groups.error === undefined ? records : groups;
  const failure = error ?? exporting.error;
  return (
    <section className={styles.root} aria-label="Groups" aria-busy={isPending}>
      <div className={styles.line}>
        <span className={styles.count} role="status">
          {groupCount === undefined ? 'Grouping…' : counted(groupCount, 'group')}
        </span>
        <span className={styles.note}>Records without a value in {anyOf(names)} are in no group.</span>
        <div className={styles.actions}>
          <MenuButton
            appearance="subtle"
            aria-label={`Count different values of ${labelOf(catalogue, distinct)}`}
            groups={[
              groupFields(offered, props.fields).map((field) => ({
                label: labelOf(catalogue, field),
                isChosen: field === distinct,
                onChoose: () => props.onDistinct(field),
              })),
            ]}
          >
            Distinct: {labelOf(catalogue, distinct)}
          </MenuButton>
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={!groupCount || exporting.isRunning} onClick={save}>
            {exporting.isRunning ? 'Exporting groups…' : 'Export groups'}
          </Button>
          {showRecords}
        </div>
      </div>
      {failure !== undefined && (
        <Failure {...describeError(failure)} action={<Button onClick={error === undefined ? save : retry}>Try again</Button>} />
      )}
      {groupCount === 0 && !isPending ? (
        <EmptyState
          title="No groups"
          advice={`None of the ${counted(rowCount, 'record')} has a value in ${allOf(names)}.`}
          action={showRecords}
        />
      ) : (
        groups.error === undefined && (
          <div className={styles.grid}>
            <GroupsGrid
              {...props}
              // Groups of something else begin at their top.
              key={JSON.stringify(by)}
              ref={props.gridRef}
              table={table}
              rowCount={rowCount}
              lineCount={lineCount}
              open={open}
              fields={fields}
              groupAt={groupAt}
              recordsOf={records.recordsOf}
              onToggle={toggle}
              onRange={(first, end) => setLines({ first, end })}
              onRecords={(key) => onRecords(onlyGroup(filters, by, key))}
              onExclude={(key) => props.onFilters(withoutGroup(filters, by, key))}
            />
          </div>
        )
      )}
      {isPrinting && (
        <PrintedTable
          columns={table.shownColumns}
          rows={firstGroups(groupAt)}
          rowCount={groupCount ?? 0}
          keyOf={({ key }) => JSON.stringify(key)}
          renderCell={(group, id) => <VisibleText text={columns.find((column) => column.id === id)?.text(group) ?? ''} />}
        />
      )}
    </section>
  );
}

/** Those that are here without one left out: the first ones always are. */
function firstGroups(groupAt: (index: number) => ViewGroup | undefined): ViewGroup[] {
  const groups: ViewGroup[] = [];
  for (let group = groupAt(0); group; group = groupAt(groups.length)) groups.push(group);
  return groups;
}

import { type RefObject, useCallback, useState } from 'react';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Row } from '~/engine/record-set';
import { formatNumber } from '~/lib/words';
import { type ListedRecords, starCommand } from '~/records/listed-records';
import type { RowTree } from '~/ui/grid/row-tree';
import type { useDataTable } from '~/ui/grid/use-data-table';
import { useRowCommand } from '~/ui/grid/use-row-command';
import { VirtualGrid, type VirtualGridHandle } from '~/ui/grid/virtual-grid';
import type { ViewGroup } from './group-columns';
import { GroupCount } from './group-count';
import { lineAt, lineOf, type OpenGroup, type OpenGroups } from './group-lines';
import { GroupMenu } from './group-menu';
import { lineText, MoreLine, moreText, RecordLine } from './record-line';
import { RecordMenu } from './record-menu';

/** Shown when a count of different values is pointed at. */
const mostNamed = 20;

/** A group, a record of a group that is open, or that a group has more of them. */
type Line = ViewGroup | Row | OpenGroup;

const isGroup = (line: Line): line is ViewGroup => 'tallies' in line;
const isRecord = (line: Line): line is Row => 'values' in line;

export interface GroupsGridProps extends ListedRecords {
  readonly ref: RefObject<VirtualGridHandle | null>;
  readonly table: ReturnType<typeof useDataTable<ViewGroup>>;
  /** What different values are counted of. */
  readonly distinct: FieldRef;
  /** Of the view. */
  readonly rowCount: number;
  readonly lineCount: number | undefined;
  readonly open: OpenGroups;
  /** Shown of a record. */
  readonly fields: readonly FieldRef[];
  groupAt(index: number): ViewGroup | undefined;
  /** `undefined` while they are being read. */
  recordsOf(group: OpenGroup): readonly Row[] | undefined;
  onToggle(index: number): void;
  /** With the lines that are drawn; `end` is excluded. */
  onRange(first: number, end: number): void;
  /** All records of a group, in place of groups. */
  onRecords(key: readonly string[]): void;
  onExclude(key: readonly string[]): void;
}

/** A line for each group, and below those that are open their newest records. */
export function GroupsGrid(props: GroupsGridProps) {
  const { ref, table, distinct, rowCount, lineCount, open, fields, cells, record, groupAt, recordsOf } = props;
  const [toTop, setToTop] = useState({ version: 0, shift: 0 });
  const [menu, setMenu] = useState<{ readonly index: number; readonly columnId: string; readonly cell: HTMLElement }>();
  const { columns } = table;

  const lineIn = (index: number): Line | undefined => {
    const line = lineAt(open, index);
    if (line.kind === 'group') return groupAt(line.index);
    return line.kind === 'record' ? recordsOf(line.of)?.[line.at] : line.of;
  };
  const textOf = useCallback(
    (line: Line, id: string) => {
      if (isGroup(line)) return columns.find((column) => column.id === id)?.text(line) ?? '';
      return isRecord(line) ? lineText(line, fields, cells) : moreText(line.count);
    },
    [columns, fields, cells],
  );
  const renderCell = useCallback(
    (line: Line, id: string) => {
      if (isRecord(line)) return <RecordLine row={line} fields={fields} cells={cells} />;
      if (!isGroup(line)) return <MoreLine count={line.count} />;
      if (id === 'count') return <GroupCount count={line.count} share={line.count / rowCount} />;
      if (id === 'distinct') return <GroupCount count={line.tallies.distinct.distinct} />;
      return textOf(line, id);
    },
    [textOf, fields, cells, rowCount],
  );
  const tipOf = (line: Line, id: string) => {
    if (!isGroup(line) || id !== 'distinct' || line.tallies.distinct.distinct === 0) return undefined;
    const tally = line.tallies.distinct;
    const named = tally.values.slice(0, mostNamed).map((value) => displayText(distinct, value));
    const others = tally.distinct - named.length;
    return `${named.join(', ')}${others > 0 ? ` and ${formatNumber(others)} more` : ''}`;
  };
  const isOpen = (index: number) => open.some((each) => each.index === index);
  const tree: RowTree = {
    isOpen(index) {
      const line = lineAt(open, index);
      return line.kind === 'group' ? isOpen(line.index) : undefined;
    },
    parentOf(index) {
      const line = lineAt(open, index);
      return line.kind === 'group' ? undefined : lineOf(open, line.of.index);
    },
    onToggle(index) {
      const line = lineAt(open, index);
      if (line.kind === 'group') props.onToggle(line.index);
    },
  };
  const selectedRow = () => {
    for (const group of record === undefined ? [] : open) {
      const at = recordsOf(group)?.findIndex(({ key }) => key === record) ?? -1;
      if (at >= 0) return lineOf(open, group.index) + 1 + at;
    }
    return undefined;
  };
  const openLine = (index: number, isByKeyboard: boolean) => {
    const line = lineAt(open, index);
    const row = lineIn(index);
    if (row && !isRecord(row)) props.onRecords(row.key);
    if (line.kind !== 'record') return;
    const listed = recordsOf(line.of)?.map(({ key }) => key) ?? [];
    const key = listed[line.at];
    if (key !== undefined) props.onRecord(key, isByKeyboard, listed);
  };
  const { onStar } = props;
  useRowCommand(starCommand, {
    grid: ref,
    selectedRow: selectedRow(),
    run:
      onStar &&
      ((index) => {
        const line = lineIn(index);
        if (line && isRecord(line)) onStar(line);
      }),
  });
  const lineMenu = ({ index, columnId, cell }: NonNullable<typeof menu>) => {
    const line = lineIn(index);
    if (!line) return null;
    const shared = {
      cell,
      onCopy: () => ref.current?.copy(textOf(line, columnId)),
      onClose: () => setMenu(undefined),
    };
    if (isRecord(line)) return <RecordMenu {...shared} row={line} onOpen={() => openLine(index, true)} onStar={onStar} />;
    return (
      <GroupMenu
        {...shared}
        isOpen={tree.isOpen(index)}
        onToggle={() => tree.onToggle(index)}
        onRecords={() => props.onRecords(line.key)}
        onExclude={() => props.onExclude(line.key)}
      />
    );
  };
  return (
    <>
      <VirtualGrid
        ref={ref}
        label="Groups"
        columns={table.shownColumns}
        rowCount={lineCount}
        shift={toTop}
        rowAt={lineIn}
        onRange={props.onRange}
        renderCell={renderCell}
        cellText={textOf}
        cellTip={tipOf}
        isQuiet={(line) => isRecord(line) && cells.isQuiet(line)}
        selectedRow={selectedRow()}
        selectedKey={record}
        tree={tree}
        onOpen={openLine}
        onStep={props.onStep}
        onSort={(id) => {
          setToTop(({ version }) => ({ version: version + 1, shift: -(ref.current?.topRow() ?? 0) }));
          table.toggleSort(id);
        }}
        onResize={table.resize}
        onMove={table.move}
        onMenu={(index, columnId, cell) => setMenu({ index, columnId, cell })}
      />
      {menu && lineMenu(menu)}
    </>
  );
}

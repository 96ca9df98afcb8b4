import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { FilterAddRegular } from '@fluentui/react-icons/svg/filter-add';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { ValueChoice } from '~/domain/view/change-filters';
import type { Filter } from '~/domain/view/filter';
import { filtersAround, type Surrounding, surroundings } from '~/domain/view/surroundings';
import type { Row } from '~/engine/record-set';
import { dayMs, type EpochMs, formatTime, hourMs, type TimeZone } from '~/lib/time';
import { useMark } from '~/records/casework';
import type { ListedRecords } from '~/records/listed-records';
import { GridMenu } from '~/ui/grid/grid-menu';
import { StarItem } from '~/ui/grid/star-item';
import type { RecordSlot } from './record-slot';
import { cellText } from './result-cell';

export interface CellMenuAt {
  readonly row: Row;
  readonly field: FieldRef;
  readonly cell: HTMLElement;
}

export interface CellMenuProps {
  readonly catalogue: Catalogue;
  readonly at: CellMenuAt | undefined;
  readonly zone: TimeZone;
  onOpenRecord(row: Row): void;
  readonly onStar: ListedRecords['onStar'];
  onFilter(filter: Filter): void;
  onChoose: RecordSlot['onChoose'];
  onAround: RecordSlot['onAround'];
  /** Whatever else can be asked of the field. */
  onAskFilter(field: FieldRef): void;
  onCopy(text: string): void;
  onClose(): void;
}

/** What can be done with one cell: right click, the menu key or Shift+F10. */
export function CellMenu({
  catalogue,
  at,
  zone,
  onOpenRecord,
  onStar,
  onFilter,
  onChoose,
  onAround,
  onAskFilter,
  onCopy,
  onClose,
}: CellMenuProps) {
  const isStarred = useMark(at?.row.values.id)?.starred ?? false;
  if (!at) return null;
  const { row, field, cell } = at;
  const value = field === 'time' ? '' : shownValue(row, field);
  const choose = (choice: ValueChoice) => onChoose({ field, value }, choice);
  return (
    <GridMenu cell={cell} onClose={onClose}>
      <MenuItem icon={<OpenRegular />} onClick={() => onOpenRecord(row)}>
        Open record
      </MenuItem>
      {onStar && <StarItem isStarred={isStarred} onStar={() => onStar(row)} />}
      <MenuItem icon={<CopyRegular />} onClick={() => onCopy(cellText(row, field, zone))}>
        Copy
      </MenuItem>
      {field === 'time' && <MenuItem onClick={() => onCopy(formatTime(row.time, 'utc'))}>Copy as UTC</MenuItem>}
      {field === 'time' && <MenuItem onClick={() => onCopy(String(row.time))}>Copy as epoch milliseconds</MenuItem>}
      <MenuDivider />
      {field === 'time' ? (
        <>
          <MenuItem icon={<FilterRegular />} onClick={() => onFilter(slice(row.time, hourMs))}>
            Only this hour
          </MenuItem>
          <MenuItem icon={<FilterRegular />} onClick={() => onFilter(slice(row.time, dayMs))}>
            Only this day (UTC)
          </MenuItem>
        </>
      ) : (
        <>
          <MenuItem icon={<FilterRegular />} onClick={() => choose('only')}>
            Only this value
          </MenuItem>
          <MenuItem icon={<AddCircleRegular />} onClick={() => choose('include')}>
            Include
          </MenuItem>
          <MenuItem icon={<SubtractCircleRegular />} onClick={() => choose('exclude')}>
            Exclude
          </MenuItem>
        </>
      )}
      <MenuItem icon={<FilterAddRegular />} onClick={() => onAskFilter(field)}>
        Filter by {labelOf(catalogue, field)}…
      </MenuItem>
      <MenuDivider />
      {surroundings.map((each) => (
        <MenuItem
          key={each.name}
          icon={<ClockRegular />}
          onClick={() => onAround(filtersAround(row.time, each, value === '' ? undefined : { field, value }))}
        >
          {aroundWords(catalogue, field, value, each)}
        </MenuItem>
      ))}
    </GridMenu>
  );
}

function aroundWords(catalogue: Catalogue, field: FieldRef, value: string, { kind, name }: Surrounding): string {
  const same = value === '' ? 'Everything' : `Same ${labelOf(catalogue, field)}`;
  return kind === 'day' ? `${same}, same day (UTC)` : `${same} within ${name}`;
}

function shownValue(row: Row, field: FieldRef): string {
  return displayText(field, row.values[field] ?? '');
}

/** The whole hour or UTC day the moment lies in. */
function slice(time: EpochMs, sizeMs: number): Filter {
  const from = Math.floor(time / sizeMs) * sizeMs;
  return { field: 'time', op: 'between', from: new Date(from).toISOString(), to: new Date(from + sizeMs).toISOString() };
}

import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { DataHistogramRegular } from '@fluentui/react-icons/svg/data-histogram';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { FilterAddRegular } from '@fluentui/react-icons/svg/filter-add';
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { PinOffRegular } from '@fluentui/react-icons/svg/pin-off';
import { TextSortAscendingRegular } from '@fluentui/react-icons/svg/text-sort-ascending';
import { TextSortDescendingRegular } from '@fluentui/react-icons/svg/text-sort-descending';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { canBeFacet, storedFacets, withPinned } from '~/domain/view/facet-choice';
import type { SortKey } from '~/domain/view/result-view';
import { GridMenu } from '~/ui/grid/grid-menu';
import { useStored } from '~/ui/use-stored';
import { type ColumnLayout, shownFields, withMoved, withoutColumn } from './column-layout';

export interface HeaderMenuAt {
  readonly field: FieldRef;
  readonly cell: HTMLElement;
}

export interface HeaderMenuProps {
  readonly catalogue: Catalogue;
  readonly at: HeaderMenuAt;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  onSort(sort: SortKey[]): void;
  onAskFilter(field: FieldRef): void;
  onStatistics(field: FieldRef): void;
  onGroup(field: FieldRef): void;
  /** It is to be seen. */
  onFacetPinned(): void;
  onClose(): void;
}

/** What can be done with a whole column: right click on its header, its chevron, the menu key or Shift+F10. */
export function HeaderMenu(props: HeaderMenuProps) {
  const { catalogue, at, layout, onLayout, onSort, onAskFilter, onStatistics, onGroup, onFacetPinned, onClose } = props;
  const { field, cell } = at;
  const [facets, setFacets] = useStored(...storedFacets(catalogue));
  const isPinned = facets.pinned.includes(field);
  const columns = shownFields(layout);
  const position = columns.indexOf(field);
  const [previous, next] = [columns[position - 1], columns[position + 1]];
  return (
    <GridMenu cell={cell} onClose={onClose}>
      <MenuItem icon={<TextSortAscendingRegular />} onClick={() => onSort([{ field, descending: false }])}>
        Sort ascending
      </MenuItem>
      <MenuItem icon={<TextSortDescendingRegular />} onClick={() => onSort([{ field, descending: true }])}>
        Sort descending
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={<FilterAddRegular />} onClick={() => onAskFilter(field)}>
        Filter by {labelOf(catalogue, field)}…
      </MenuItem>
      {canBeFacet(catalogue, field) && (
        <MenuItem icon={<DataHistogramRegular />} onClick={() => onStatistics(field)}>
          Statistics
        </MenuItem>
      )}
      {canBeFacet(catalogue, field) && (
        <MenuItem icon={<GroupListRegular />} onClick={() => onGroup(field)}>
          Group by {labelOf(catalogue, field)}
        </MenuItem>
      )}
      {canBeFacet(catalogue, field) && (
        <MenuItem
          icon={isPinned ? <PinOffRegular /> : <PinRegular />}
          onClick={() => {
            setFacets(withPinned(facets, field, !isPinned));
            if (!isPinned) onFacetPinned();
          }}
        >
          {isPinned ? 'Unpin facet' : 'Pin as facet'}
        </MenuItem>
      )}
      <MenuDivider />
      <MenuItem
        icon={<EyeOffRegular />}
        disabled={columns.length === 1}
        onClick={() => onLayout(withoutColumn(catalogue, layout, field))}
      >
        Hide column
      </MenuItem>
      <MenuItem
        icon={<ArrowLeftRegular />}
        disabled={!previous}
        onClick={() => previous && onLayout(withMoved(layout, field, previous))}
      >
        Move left
      </MenuItem>
      <MenuItem icon={<ArrowRightRegular />} disabled={!next} onClick={() => next && onLayout(withMoved(layout, next, field))}>
        Move right
      </MenuItem>
    </GridMenu>
  );
}

import { Button, Menu, MenuDivider, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';
import { newestFirst, type SortKey } from '~/domain/view/result-view';

export interface SortMenuProps {
  readonly catalogue: Catalogue;
  readonly fields: readonly FieldRef[];
  readonly sort: readonly SortKey[];
  onSort(sort: SortKey[]): void;
}

/** Sorts where there are no headers to press. */
export function SortMenu({ catalogue, fields, sort, onSort }: SortMenuProps) {
  const { field, descending } = sort[0] ?? newestFirst[0] ?? { field: 'time', descending: true };
  return (
    <Menu
      checkedValues={{ field: sort.length > 0 ? [field] : [], direction: sort.length > 0 ? [String(descending)] : [] }}
      onCheckedValueChange={(_, { name, checkedItems: [chosen = ''] }) => {
        if (name === 'direction') onSort([{ field, descending: chosen === 'true' }]);
        // The newest of the times, the first of anything else.
        else if (isFieldRef(chosen)) onSort([{ field: chosen, descending: chosen === 'time' }]);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ArrowSortRegular />}>{sort.length > 0 ? `Sort: ${labelOf(catalogue, field)}` : 'Sort'}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {fields.map((each) => (
            <MenuItemRadio key={each} name="field" value={each}>
              {labelOf(catalogue, each)}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemRadio name="direction" value="false">
            Ascending
          </MenuItemRadio>
          <MenuItemRadio name="direction" value="true">
            Descending
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

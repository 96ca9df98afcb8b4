import { Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';

export interface GroupMenuProps {
  readonly cell: HTMLElement;
  onRecords(): void;
  onExclude(): void;
  onCopy(): void;
  onClose(): void;
}

/** What can be done with one group: right click, the menu key or Shift+F10. */
export function GroupMenu({ cell, onRecords, onExclude, onCopy, onClose }: GroupMenuProps) {
  const close = () => {
    onClose();
    // The menu was opened from the grid, which keeps the focus for its cells.
    cell.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  };
  return (
    <Menu open positioning={{ target: cell, position: 'below', align: 'start' }} onOpenChange={(_, { open }) => !open && close()}>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<FilterRegular />} onClick={onRecords}>
            Show its records
          </MenuItem>
          <MenuItem icon={<SubtractCircleRegular />} onClick={onExclude}>
            Exclude this group
          </MenuItem>
          <MenuItem icon={<CopyRegular />} onClick={onCopy}>
            Copy
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

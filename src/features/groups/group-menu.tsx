import { MenuItem } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { GridMenu } from '~/ui/grid/grid-menu';

export interface GroupMenuProps {
  readonly cell: HTMLElement;
  /** `undefined` where there is nothing to open. */
  readonly isOpen: boolean | undefined;
  onToggle(): void;
  onRecords(): void;
  onExclude(): void;
  onCopy(): void;
  onClose(): void;
}

/** What can be done with one group: right click, the menu key or Shift+F10. */
export function GroupMenu({ cell, isOpen, onToggle, onRecords, onExclude, onCopy, onClose }: GroupMenuProps) {
  return (
    <GridMenu cell={cell} onClose={onClose}>
      {isOpen !== undefined && (
        <MenuItem icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />} onClick={onToggle}>
          {isOpen ? 'Collapse' : 'Expand'}
        </MenuItem>
      )}
      <MenuItem icon={<FilterRegular />} onClick={onRecords}>
        Show its records in the grid
      </MenuItem>
      <MenuItem icon={<SubtractCircleRegular />} onClick={onExclude}>
        Exclude this group
      </MenuItem>
      <MenuItem icon={<CopyRegular />} onClick={onCopy}>
        Copy
      </MenuItem>
    </GridMenu>
  );
}

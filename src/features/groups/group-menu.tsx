import { MenuItem } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { GridMenu } from '~/ui/grid/grid-menu';

export interface GroupMenuProps {
  readonly cell: HTMLElement;
  onRecords(): void;
  onExclude(): void;
  onCopy(): void;
  onClose(): void;
}

/** What can be done with one group: right click, the menu key or Shift+F10. */
export function GroupMenu({ cell, onRecords, onExclude, onCopy, onClose }: GroupMenuProps) {
  return (
    <GridMenu cell={cell} onClose={onClose}>
      <MenuItem icon={<FilterRegular />} onClick={onRecords}>
        Show its records
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

import { Menu, MenuList, MenuPopover } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface GridMenuProps {
  /** That it was opened from. */
  readonly cell: HTMLElement;
  onClose(): void;
  readonly children: ReactNode;
}

/** The menu of a cell or header: right click, the menu key or Shift+F10. */
export function GridMenu({ cell, onClose, children }: GridMenuProps) {
  const close = () => {
    onClose();
    // The menu was opened from the grid, which keeps the focus for its cells.
    cell.closest<HTMLElement>('[role="grid"], [role="treegrid"]')?.focus({ preventScroll: true });
  };
  return (
    <Menu open positioning={{ target: cell, position: 'below', align: 'start' }} onOpenChange={(_, { open }) => !open && close()}>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}

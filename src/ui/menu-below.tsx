import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  useMenuContext_unstable,
} from '@fluentui/react-components';
import { Fragment, useLayoutEffect } from 'react';

export interface MenuEntry {
  readonly label: string;
  readonly detail?: string;
  /** Of one among several to choose from; absent where something is done. */
  readonly isChosen?: boolean;
  onChoose(): void;
}

export interface MenuBelowProps {
  readonly button: HTMLElement;
  readonly isOpen: boolean;
  readonly groups: readonly (readonly MenuEntry[])[];
  onOpenChange(isOpen: boolean): void;
}

/** The menu of a button that was there before it. */
export function MenuBelow({ button, isOpen, groups, onOpenChange }: MenuBelowProps) {
  const chosen = groups.flat().filter(({ isChosen }) => isChosen);
  return (
    <Menu
      open={isOpen}
      checkedValues={{ entry: chosen.map(({ label }) => label) }}
      positioning={{ target: button }}
      onOpenChange={(_, { open }) => onOpenChange(open)}
    >
      <TriggerElsewhere button={button} />
      <MenuPopover>
        <MenuList aria-labelledby={button.id}>
          {groups.map((group, index) => (
            <Fragment key={group[0]?.label}>
              {index > 0 && <MenuDivider />}
              {group.map(({ label, detail, isChosen, onChoose }) =>
                isChosen === undefined ? (
                  <MenuItem key={label} subText={detail} onClick={onChoose}>
                    {label}
                  </MenuItem>
                ) : (
                  <MenuItemRadio key={label} name="entry" value={label} subText={detail} onClick={onChoose}>
                    {label}
                  </MenuItemRadio>
                ),
              )}
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Where the focus goes back to, and where a click is not one beside the menu. */
function TriggerElsewhere({ button }: { readonly button: HTMLElement }) {
  const trigger = useMenuContext_unstable(({ triggerRef }) => triggerRef);
  useLayoutEffect(() => {
    trigger.current = button;
  }, [trigger, button]);
  return null;
}

import { Button, type ButtonProps } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { MenuEntry } from './menu-below';

const MenuBelow = lazy(() => import('./menu-below').then(({ MenuBelow }) => ({ default: MenuBelow })));

export interface MenuButtonProps
  extends Pick<ButtonProps, 'className' | 'appearance' | 'icon' | 'disabledFocusable' | 'aria-label' | 'children'> {
  /** With a line between the groups. */
  readonly groups: readonly (readonly MenuEntry[])[];
}

/**
 * A button with a menu. What a menu takes is a tenth of a page's code, so that it is loaded when the pointer or the focus comes
 * near, not with the page.
 */
export function MenuButton({ groups, ...props }: MenuButtonProps) {
  const id = useId();
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [isNear, setNear] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const open = (next: boolean) => {
    setNear(true);
    setOpen(next);
  };
  return (
    <>
      <Button
        {...props}
        type="button"
        id={id}
        ref={setButton}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        onClick={() => open(!isOpen)}
        onKeyDown={({ key }) => key === 'ArrowDown' && open(true)}
      />
      {isNear && button && (
        <Suspense>
          <MenuBelow button={button} isOpen={isOpen} groups={groups} onOpenChange={open} />
        </Suspense>
      )}
    </>
  );
}

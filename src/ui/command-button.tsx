import { Button, type ButtonProps, useMergedRefs } from '@fluentui/react-components';
import type { MouseEventHandler, Ref } from 'react';
import { usePressCommand } from './use-command';

export interface CommandButtonProps
  extends Pick<
    ButtonProps,
    'appearance' | 'aria-label' | 'children' | 'className' | 'disabledFocusable' | 'icon' | 'size' | 'title'
  > {
  readonly ref?: Ref<HTMLButtonElement>;
  /** What pressing it does, for those who do not see what it stands beside. Absent where it need not be offered. */
  readonly command?: string | undefined;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
}

/** A button that the command palette offers, too, as long as it can be pressed. */
export function CommandButton({ ref, command, ...props }: CommandButtonProps) {
  const offered = usePressCommand<HTMLButtonElement>(command, props.disabledFocusable);
  return <Button type="button" {...props} ref={useMergedRefs(ref, offered)} />;
}

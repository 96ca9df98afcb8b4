import { ToggleButton, useMergedRefs } from '@fluentui/react-components';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { CompactLabel } from '~/ui/compact-label';
import { usePressCommand } from '~/ui/use-command';
import type { StandsOutDoor } from './use-stands-out';

/** Opens and closes the panel of what stands out. */
export function StandsOutButton({ isShown, button, onToggle }: StandsOutDoor) {
  const offered = usePressCommand<HTMLButtonElement>(isShown ? 'Close what stands out' : undefined);
  return (
    <ToggleButton
      ref={useMergedRefs(button, offered)}
      icon={<ShieldTaskRegular />}
      checked={isShown}
      // A click without a pointer counts no presses.
      onClick={({ detail }) => onToggle(detail === 0)}
    >
      <CompactLabel>What stands out</CompactLabel>
    </ToggleButton>
  );
}

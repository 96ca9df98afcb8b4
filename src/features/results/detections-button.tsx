import { ToggleButton, useMergedRefs } from '@fluentui/react-components';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { CompactLabel } from '~/ui/compact-label';
import { usePressCommand } from '~/ui/use-command';
import type { DetectionsDoor } from './use-detections';

/** Opens and closes the panel of what rules find. */
export function DetectionsButton({ isShown, button, onToggle }: DetectionsDoor) {
  const offered = usePressCommand<HTMLButtonElement>(isShown ? 'Close the detections' : 'Run the detections');
  return (
    <ToggleButton
      ref={useMergedRefs(button, offered)}
      icon={<ShieldTaskRegular />}
      checked={isShown}
      // A click without a pointer counts no presses.
      onClick={({ detail }) => onToggle(detail === 0)}
    >
      <CompactLabel>Detections</CompactLabel>
    </ToggleButton>
  );
}

import { ConfirmDialog } from '~/ui/confirm-dialog';

export interface TurnOffDialogProps {
  onTurnOff(): void;
  onClose(): void;
}

export function TurnOffDialog({ onTurnOff, onClose }: TurnOffDialogProps) {
  return (
    <ConfirmDialog
      title="Stop recording visits?"
      confirmLabel="Turn off"
      keepLabel="Keep on"
      onConfirm={onTurnOff}
      onClose={onClose}
    >
      New visits will not be recorded and cannot be recovered: who opens, downloads, replies to or forwards an encrypted message
      will stay unknown until tracking is on again. What is recorded already stays.
    </ConfirmDialog>
  );
}

import { ConfirmDialog } from '~/ui/confirm-dialog';

export interface DeleteDialogProps {
  readonly name: string;
  readonly isRunning: boolean;
  onDelete(): void;
  onClose(): void;
}

export function DeleteDialog({ name, isRunning, onDelete, onClose }: DeleteDialogProps) {
  return (
    <ConfirmDialog title="Delete this search?" confirmLabel="Delete" keepLabel="Keep" onConfirm={onDelete} onClose={onClose}>
      “{name}” and its results are removed for everyone{isRunning ? ', and it stops searching' : ''}. The audit records themselves
      stay.
    </ConfirmDialog>
  );
}

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';

export interface DeleteDialogProps {
  readonly name: string;
  readonly isRunning: boolean;
  onDelete(): void;
  onClose(): void;
}

export function DeleteDialog({ name, isRunning, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Delete this search?</DialogTitle>
          <DialogContent>
            “{name}” and its results are removed for everyone{isRunning ? ', and it stops searching' : ''}. The audit records
            themselves stay.
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onDelete();
                onClose();
              }}
            >
              Delete
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

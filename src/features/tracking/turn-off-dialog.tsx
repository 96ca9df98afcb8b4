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

export interface TurnOffDialogProps {
  readonly isOpen: boolean;
  onTurnOff(): void;
  onClose(): void;
}

export function TurnOffDialog({ isOpen, onTurnOff, onClose }: TurnOffDialogProps) {
  return (
    <Dialog open={isOpen} modalType="alert" onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Stop recording visits?</DialogTitle>
          <DialogContent>
            New visits will not be recorded and cannot be recovered: who opens, downloads, replies to or forwards an encrypted
            message will stay unknown until tracking is on again. What is recorded already stays.
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onTurnOff();
                onClose();
              }}
            >
              Turn off
            </Button>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep on</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

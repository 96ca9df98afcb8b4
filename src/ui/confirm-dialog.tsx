import { Button, Dialog } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DialogCard } from './dialog-card';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What will be lost, by its name. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly keepLabel: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is lost. Open for as long as it is there. */
export function ConfirmDialog({ title, children, confirmLabel, keepLabel, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogCard
        title={title}
        closeLabel={keepLabel}
        actions={
          <Button
            appearance="primary"
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        }
      >
        {children}
      </DialogCard>
    </Dialog>
  );
}

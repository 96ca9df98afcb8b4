import { Dialog } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { useSetState } from '~/records/use-set-state';
import { DialogButton } from '~/ui/dialog-button';
import { ExportDialog, type ExportDialogProps } from './export-dialog';

export interface ExportButtonProps extends ExportDialogProps {
  /** Where more than records can be exported; smaller, then. */
  readonly label?: string;
}

export function ExportButton({ label, ...props }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const isEmpty = useSetState(props.set).records === 0;
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogButton size={label ? 'small' : 'medium'} icon={<ArrowDownloadRegular />} disabledFocusable={isEmpty}>
        {label ?? 'Export'}
      </DialogButton>
      <ExportDialog {...props} />
    </Dialog>
  );
}

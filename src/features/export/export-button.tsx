import { Dialog } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { FieldRef } from '~/domain/fields';
import type { ResultView } from '~/domain/result-view';
import type { RecordSet } from '~/engine/record-set';
import type { TimeZone } from '~/lib/time';
import { useSetState } from '~/records/use-set-state';
import { DialogButton } from '~/ui/dialog-button';
import { ExportDialog } from './export-dialog';

export interface ExportButtonProps {
  /** Of the search; the file is named after it. */
  readonly name: string;
  readonly set: RecordSet;
  /** What is on the screen: a view of its own is exported, so that the screen need not stand still. */
  readonly asked: ResultView;
  /** The visible columns. */
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
  /** The records are of mailboxes: the XML of mailbox audit logs is offered, too. */
  readonly isMailboxLog?: boolean;
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

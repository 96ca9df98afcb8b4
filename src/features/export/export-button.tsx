import { Dialog } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { FieldRef } from '~/domain/fields';
import type { ResultSet, ViewState } from '~/engine/result-set';
import type { TimeZone } from '~/lib/time';
import { DialogButton } from '~/ui/dialog-button';
import { ExportDialog } from './export-dialog';

export interface ExportButtonProps {
  /** Of the search; the file is named after it. */
  readonly name: string;
  readonly resultSet: ResultSet;
  /** The view that is on the screen: exactly its rows are exported, in its order. */
  readonly state: ViewState;
  /** The visible columns. */
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
  readonly isFilling: boolean;
  /** The records are of mailboxes: the XML of mailbox audit logs is offered, too. */
  readonly isMailboxLog?: boolean;
  /** Where more than records can be exported; smaller, then. */
  readonly label?: string;
  /** Asks to keep the view as it is, from opening the dialog to closing it. */
  onHold(isHeld: boolean): void;
}

export function ExportButton({ onHold, label, ...props }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        setOpen(open);
        onHold(open);
      }}
    >
      <DialogButton
        size={label ? 'small' : 'medium'}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={props.state.rowCount === 0}
      >
        {label ?? 'Export'}
      </DialogButton>
      <ExportDialog {...props} />
    </Dialog>
  );
}

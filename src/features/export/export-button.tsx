import { Dialog } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useEffect, useState } from 'react';
import type { ResultView } from '~/domain/view/result-view';
import { megabytes } from '~/lib/words';
import { useOpenView } from '~/records/use-open-view';
import { useSetState } from '~/records/use-set-state';
import { CompactLabel } from '~/ui/compact-label';
import { DialogButton } from '~/ui/dialog-button';
import { type ExportChoiceProps, ExportDialog } from './export-dialog';
import { useExport } from './use-export';

export interface ExportButtonProps extends ExportChoiceProps {
  /** What is on the screen: a view of its own is exported, so that the screen need not stand still. */
  readonly asked: ResultView;
  /** What the button says on a page that exports other things than records, too. It is smaller there; `Export` without it. */
  readonly label?: string;
}

/** Opens the dialog, and tells of an export that goes on after the dialog was closed. */
export function ExportButton({ label, asked, ...props }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  // What was on the screen when the dialog was opened: an export goes on with it, whatever is looked at meanwhile.
  const [exported, setExported] = useState(asked);
  const exporting = useExport();
  const { state } = exporting;
  const isRunning = state.kind === 'running';
  const opened = useOpenView(props.set, isOpen || isRunning ? exported : undefined);
  const isEmpty = useSetState(props.set).records === 0;
  // An export that fails behind the closed dialog opens it again: nothing else on the page would say so.
  useEffect(() => {
    if (state.kind === 'failed') setOpen(true);
  }, [state.kind]);

  const onOpen = (open: boolean) => {
    if (open && !isRunning) {
      setExported(asked);
      exporting.reset();
    }
    setOpen(open);
  };
  if (props.set.can.exports.length === 0) return null;
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => onOpen(open)}>
      <DialogButton
        command={label ?? 'Export'}
        size={label ? 'small' : 'medium'}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={isEmpty}
      >
        {isRunning && !isOpen ? `Exporting, ${megabytes(state.bytes)} so far` : (label ?? <CompactLabel>Export</CompactLabel>)}
      </DialogButton>
      <ExportDialog {...props} view={opened.view} viewState={opened.state} exporting={exporting} />
    </Dialog>
  );
}

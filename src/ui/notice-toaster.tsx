import { Link, Toast, Toaster, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';

/** What was done, and how to take it back. */
export interface Notice {
  readonly text: string;
  readonly intent: 'success' | 'info';
  readonly onUndo?: () => void;
}

/** Tells each notice once, in the corner, for a few seconds. */
export function NoticeToaster({ notice }: { readonly notice: Notice | undefined }) {
  // Others on the page tell their own.
  const toasterId = useId();
  const { dispatchToast } = useToastController(toasterId);
  const told = useRef<Notice>(undefined);
  useEffect(() => {
    if (!notice || told.current === notice) return;
    told.current = notice;
    const { text, intent, onUndo } = notice;
    const undo = onUndo && (
      <ToastTrigger>
        <Link as="button" onClick={onUndo}>
          Undo
        </Link>
      </ToastTrigger>
    );
    dispatchToast(
      <Toast>
        <ToastTitle action={undo}>{text}</ToastTitle>
      </Toast>,
      { intent, timeout: onUndo ? 8000 : 3000, pauseOnHover: onUndo !== undefined },
    );
  }, [notice, dispatchToast]);
  return <Toaster toasterId={toasterId} position="bottom-end" />;
}

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { keepTabster } from './keep-tabster';

const useStyles = makeStyles({
  content: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
});

export interface DialogCardProps {
  readonly title: string;
  /** At most, in CSS pixels. */
  readonly width?: number;
  /** Before the button that closes it. */
  readonly actions?: ReactNode;
  readonly closeLabel?: string;
  readonly children: ReactNode;
}

/** What a dialog shows: a title, its content, and at least a way out. Stands in a `Dialog`. */
export function DialogCard({ title, width = 600, actions, closeLabel = 'Close', children }: DialogCardProps) {
  const styles = useStyles();
  const close = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  // What was pressed may be gone once it is done: without the focus a dialog hears no key, not even Escape.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) close.current?.focus();
  });
  useEffect(keepTabster, []);
  return (
    <DialogSurface
      style={{ maxWidth: `min(${width}px, 96vw)` }}
      onFocus={() => {
        hadFocus.current = true;
      }}
    >
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent className={styles.content}>{children}</DialogContent>
        <DialogActions>
          {actions}
          <DialogTrigger disableButtonEnhancement>
            <Button ref={close}>{closeLabel}</Button>
          </DialogTrigger>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  );
}

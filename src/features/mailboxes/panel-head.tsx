import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalL}`,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  context: { color: tokens.colorNeutralForeground2 },
});

export interface PanelHeadProps {
  readonly title: ReactNode;
  readonly context?: ReactNode;
  /** A step that was gone to from the one before: reading begins here. */
  readonly takesFocus?: boolean;
  /** Absent while something is going on that is not left by closing. */
  readonly onClose?: (() => void) | undefined;
}

export function PanelHead({ title, context, takesFocus = false, onClose }: PanelHeadProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {context && <div className={styles.context}>{context}</div>}
      </div>
      {onClose && <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}
    </header>
  );
}

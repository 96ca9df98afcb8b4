import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  below: { gridColumn: '1 / -1' },
});

export interface FoundLineProps {
  /** What its button leads to, for who hears it apart from the line: begins with `Show records`. */
  readonly label: string;
  onShow(): void;
  /** What was found. */
  readonly children: ReactNode;
  /** How often and when, quieter. */
  readonly facts?: ReactNode;
  /** As wide as the line. */
  readonly below?: ReactNode;
}

/** Of a list of what was found: it leads to its records. */
export function FoundLine({ label, onShow, children, facts, below }: FoundLineProps) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <div>
        {children}
        {facts && <div className={styles.facts}>{facts}</div>}
      </div>
      <Button size="small" aria-label={label} onClick={onShow}>
        Show records
      </Button>
      {below && <div className={styles.below}>{below}</div>}
    </li>
  );
}

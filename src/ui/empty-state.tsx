import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalXXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  advice: { margin: 0, maxWidth: '60ch', textWrap: 'pretty' },
});

export interface EmptyStateProps {
  readonly title: string;
  /** Why it is empty and the likeliest next step. */
  readonly advice: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, advice, action }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.advice}>{advice}</p>
      {action}
    </div>
  );
}

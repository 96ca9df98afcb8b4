import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ bar: { flexShrink: 0, overflowWrap: 'anywhere' } });

export interface FailureProps {
  readonly title: string;
  readonly detail: string;
  readonly advice?: string;
  /** A button that does what the advice says. */
  readonly action?: ReactNode;
}

/** What failed, with what, what to do next. Announced as soon as it appears. */
export function Failure({ title, detail, advice, action }: FailureProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {detail} {advice}
      </MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}

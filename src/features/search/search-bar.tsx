import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { QueryIssue } from '~/domain/query/check-query';
import { SubmitButton } from '~/ui/submit-button';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { flex: '1 1 280px', minWidth: 0 },
  sentence: { margin: 0, overflowWrap: 'anywhere', maxHeight: '4lh', overflowY: 'auto' },
  warning: {
    margin: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flexShrink: 0, marginBlockStart: '0.2em' },
  refused: { color: tokens.colorStatusDangerForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface SearchBarProps {
  readonly sentence: string;
  /** About the query as a whole. */
  readonly issues: readonly QueryIssue[];
  /** Why it was not sent, announced when it appears. */
  readonly refusal: string;
  readonly isSending: boolean;
  onClear(): void;
  readonly copyAs: ReactNode;
}

/** In view however long the form is: what will be asked, in words, and the button that asks it. */
export function SearchBar({ sentence, issues, refusal, isSending, onClear, copyAs }: SearchBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <div className={styles.words}>
        <p className={styles.sentence}>{sentence}</p>
        {issues.map(({ message }) => (
          <p key={message} className={styles.warning}>
            <WarningRegular className={styles.icon} aria-label="Warning" />
            {message}
          </p>
        ))}
        <div role="alert" className={styles.refused}>
          {refusal}
        </div>
      </div>
      <div className={styles.buttons}>
        <SubmitButton isSending={isSending} />
        <Button type="button" onClick={onClear}>
          Clear all
        </Button>
        {copyAs}
      </div>
    </div>
  );
}

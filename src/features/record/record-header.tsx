import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement } from 'react';
import { useCommand } from '~/ui/use-command';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  header: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  words: { flexGrow: 1, minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  activity: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  position: { fontVariantNumeric: 'tabular-nums' },
  buttons: { display: 'flex', flexShrink: 0, '@media print': { display: 'none' } },
});

export interface RecordHeaderProps {
  readonly activity: string;
  /** `3 of 48,213` */
  readonly position: string;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}

export function RecordHeader({ activity, position, onPrevious, onNext, onClose }: RecordHeaderProps) {
  const styles = useStyles();
  // Letters that every keyboard layout has, here wherever the record stands; beside a grid, j and k do the same.
  useCommand({ keys: 'p', label: 'Previous record' }, onPrevious);
  useCommand({ keys: 'n', label: 'Next record' }, onNext);
  useCommand({ keys: 'Escape', label: 'Close the record' }, onClose);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={styles.line}>
          <h2 className={styles.title}>Record details</h2>
          <span role="status" className={styles.position}>
            {position}
          </span>
        </div>
        <p className={styles.activity}>
          <VisibleText text={activity || 'Unknown activity'} />
        </p>
      </div>
      <div className={styles.buttons}>
        <HeaderButton name="Previous record" keys="P" icon={<ChevronUpRegular />} onClick={onPrevious} />
        <HeaderButton name="Next record" keys="N" icon={<ChevronDownRegular />} onClick={onNext} />
        <HeaderButton name="Close" keys="Escape" icon={<DismissRegular />} onClick={onClose} />
      </div>
    </header>
  );
}

interface HeaderButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly icon: ReactElement;
  readonly onClick: (() => void) | undefined;
}

/** At the first and last record its button stays focusable: it must not take the focus away when it has nothing to do. */
function HeaderButton({ name, keys, icon, onClick }: HeaderButtonProps) {
  return (
    <Tooltip content={`${name} (${keys})`} relationship="description">
      <Button
        appearance="subtle"
        aria-label={name}
        aria-keyshortcuts={keys}
        icon={icon}
        disabledFocusable={!onClick}
        onClick={onClick}
      />
    </Tooltip>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Suggestion } from './use-suggestions';

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 10,
    top: 'calc(100% + 2px)',
    left: 0,
    width: 'max(100%, min(420px, 85vw))',
    maxHeight: '320px',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    boxSizing: 'border-box',
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  option: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '24px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  label: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', unicodeBidi: 'isolate' },
  detail: {
    flexShrink: 0,
    maxWidth: '50%',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface SuggestionListProps {
  readonly id: string;
  readonly options: readonly Suggestion[];
  /** Index of the one the keyboard is on, -1 for none. */
  readonly active: number;
  onChoose(option: Suggestion): void;
}

/** What could be meant, below the box that is typed into and keeps the focus. */
export function SuggestionList({ id, options, active, onChoose }: SuggestionListProps) {
  const styles = useStyles();
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      tabIndex={-1}
      className={styles.list}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and points here with aria-activedescendant
        // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles the keyboard
        <div
          key={option.choice}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={mergeClasses(styles.option, index === active && styles.active)}
          onClick={() => onChoose(option)}
        >
          <span className={styles.label} title={option.label}>
            {option.label}
          </span>{' '}
          <span className={styles.detail}>{option.detail}</span>
        </div>
      ))}
    </div>
  );
}

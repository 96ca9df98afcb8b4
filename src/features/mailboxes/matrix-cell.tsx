import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { MatrixMark, type MatrixMarkProps } from './matrix-mark';

const useStyles = makeStyles({
  cell: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    minWidth: '28px',
    minHeight: '26px',
    padding: '3px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  never: { cursor: 'help' },
  word: { color: tokens.colorNeutralForeground2 },
  changed: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

export interface MatrixCellProps extends MatrixMarkProps {
  readonly name: string;
  /** Against what the mailboxes have. */
  readonly isChanged: boolean;
  /** `3 of 12`, where mailboxes differ. */
  readonly having: string;
  /** Why it can never be logged, where that is so. */
  readonly reason: string | undefined;
  onPress(): void;
}

export function MatrixCell({ name, state, isDefault, isChanged, having, reason, onPress }: MatrixCellProps) {
  const styles = useStyles();
  const word = isChanged ? changeWords(state) : having || differenceWords(state, isDefault);
  const cell = (
    // biome-ignore lint/a11y/useSemanticElements: a checkbox of the browser can neither refuse nor look like a stroke
    <button
      type="button"
      role="checkbox"
      aria-label={name}
      aria-checked={state === 'never' ? false : state}
      aria-disabled={state === 'never'}
      aria-description={[isDefault ? 'logged by default' : '', word].filter(Boolean).join(', ')}
      className={mergeClasses(styles.cell, state === 'never' && styles.never)}
      onClick={onPress}
    >
      <MatrixMark state={state} isDefault={isDefault} />
      {word && <span className={mergeClasses(styles.word, isChanged && styles.changed)}>{word}</span>}
    </button>
  );
  return reason ? (
    <Tooltip content={reason} relationship="description">
      {cell}
    </Tooltip>
  ) : (
    cell
  );
}

function changeWords(state: MatrixCellProps['state']): string {
  if (state === 'mixed') return 'as each';
  return state === true ? 'turn on' : 'turn off';
}

/** How it differs from the defaults, beside what the shape says. */
function differenceWords(state: MatrixCellProps['state'], isDefault: boolean): string {
  if (state === true && !isDefault) return 'added';
  return state === false && isDefault ? 'left out' : '';
}

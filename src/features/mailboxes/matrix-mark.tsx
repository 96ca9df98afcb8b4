import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';

const useStyles = makeStyles({
  mark: {
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    width: '18px',
    height: '18px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: '14px',
  },
  // A second frame: what Microsoft logs by itself.
  default: { outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`, outlineOffset: '1px' },
  on: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
  never: { border: 'none', color: tokens.colorNeutralForeground3 },
});

export interface MatrixMarkProps {
  readonly state: boolean | 'mixed' | 'never';
  /** Logged by default. */
  readonly isDefault: boolean;
}

/** Says by its shape what can be logged (a box), what is by default (a double frame) and what is not possible (a stroke). */
export function MatrixMark({ state, isDefault }: MatrixMarkProps) {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={mergeClasses(
        styles.mark,
        isDefault && styles.default,
        state === true && styles.on,
        state === 'never' && styles.never,
      )}
    >
      {state === 'never' ? '–' : state === 'mixed' ? <SubtractRegular /> : state && <CheckmarkRegular />}
    </span>
  );
}

import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { afterPress, type TriState } from './tri-state';

const useStyles = makeStyles({
  hint: {
    margin: 0,
    paddingInlineStart: '32px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textWrap: 'pretty',
  },
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface SettingBoxProps {
  readonly label: string;
  readonly hint: string;
  readonly before: TriState;
  /** `undefined` as long as it is to stay as it is. */
  readonly wanted: boolean | undefined;
  onWanted(wanted: boolean | undefined): void;
}

export function SettingBox({ label, hint, before, wanted, onWanted }: SettingBoxProps) {
  const styles = useStyles();
  const hintId = useId();
  const state = wanted ?? before;
  return (
    <div>
      <Checkbox
        className={styles.box}
        label={label}
        checked={state}
        aria-describedby={hintId}
        onChange={() => {
          const next = afterPress(state, before);
          onWanted(next === before || next === 'mixed' ? undefined : next);
        }}
      />
      <p id={hintId} className={styles.hint}>
        {state === 'mixed' ? 'Kept as each mailbox has it. ' : ''}
        {hint}
      </p>
    </div>
  );
}

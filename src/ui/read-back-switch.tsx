import { makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';

const useStyles = makeStyles({
  root: { display: 'grid', rowGap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  outcome: { color: tokens.colorNeutralForeground2, display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface ReadBackSwitchProps {
  readonly label: string;
  /** As it was last read. */
  readonly isOn: boolean;
  /** What was asked for last, and what became of it. */
  readonly change: { readonly variables: boolean | undefined; readonly isPending: boolean; readonly isSuccess: boolean };
  onChange(wanted: boolean): void;
  /** Why it did not work. */
  readonly failure: ReactNode;
  /** Asked before it is turned off. */
  readonly turningOff: { readonly title: string; readonly text: string };
  /** In the line of the switch. */
  readonly children?: ReactNode;
}

/** A setting of Exchange's. Shows nothing that has not been read back: it moves when Exchange says so. */
export function ReadBackSwitch({ label, isOn, change, onChange, failure, turningOff, children }: ReadBackSwitchProps) {
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { variables: wanted, isPending, isSuccess } = change;
  const close = () => {
    setAsked(false);
    input.current?.focus();
  };
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        <Switch
          ref={input}
          className={styles.switch}
          label={label}
          checked={isOn}
          disabledFocusable={isPending}
          onChange={(_, { checked }) => {
            if (isPending) return;
            if (checked) onChange(true);
            else setAsked(true);
          }}
        />
        {children}
        <div role="status" className={styles.outcome}>
          {isPending && <Spinner size="extra-tiny" />}
          {isPending ? (wanted ? 'Turning on…' : 'Turning off…') : isSuccess && outcomeWords(wanted, isOn)}
        </div>
      </div>
      {!isPending && failure}
      {isAsked && (
        <ConfirmDialog
          title={turningOff.title}
          confirmLabel="Turn off"
          keepLabel="Keep on"
          onConfirm={() => onChange(false)}
          onClose={close}
        >
          {turningOff.text}
        </ConfirmDialog>
      )}
    </div>
  );
}

function outcomeWords(wanted: boolean | undefined, isOn: boolean): string {
  if (wanted === isOn) return `Turned ${isOn ? 'on' : 'off'}, and read back from Exchange.`;
  return `Exchange took the change but still reads ${isOn ? 'on' : 'off'}. Check again in a few minutes.`;
}

import { makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { portalTrackingQuery, switchPortalTracking } from '~/api/message-encryption';
import { describeError } from '~/domain/describe-error';
import { Failure } from '~/ui/failure';
import { TurnOffDialog } from './turn-off-dialog';

const useStyles = makeStyles({
  root: { display: 'grid', rowGap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  outcome: { color: tokens.colorNeutralForeground2, display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface TrackingSwitchProps {
  readonly exchange: ExchangeAdmin;
  /** As it was last read. */
  readonly isOn: boolean;
}

/** Shows nothing that has not been read back: it moves when Exchange says so. */
export function TrackingSwitch({ exchange, isOn }: TrackingSwitchProps) {
  const styles = useStyles();
  const queryClient = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending, isSuccess, error, variables } = useMutation({
    mutationFn: (wanted: boolean) => switchPortalTracking(exchange, wanted),
    networkMode: 'always',
    // Whatever became of it, only what is read back is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: portalTrackingQuery(exchange).queryKey }),
  });
  const change = (wanted: boolean) => {
    if (isPending) return;
    if (wanted) mutate(true);
    else setAsked(true);
  };
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
          label="Record visits to the portal"
          checked={isOn}
          disabledFocusable={isPending}
          onChange={(_, { checked }) => change(checked)}
        />
        <div role="status" className={styles.outcome}>
          {isPending && <Spinner size="extra-tiny" />}
          {isPending ? (variables ? 'Turning on…' : 'Turning off…') : isSuccess && outcomeWords(variables, isOn)}
        </div>
      </div>
      {error && !isPending && <Failure {...describeError(error)} />}
      {isAsked && <TurnOffDialog onTurnOff={() => mutate(false)} onClose={close} />}
    </div>
  );
}

function outcomeWords(wanted: boolean, isOn: boolean): string {
  if (wanted === isOn) return `Turned ${isOn ? 'on' : 'off'}, and read back from Exchange.`;
  return `Exchange took the change but still reads ${isOn ? 'on' : 'off'}. Check again in a few minutes.`;
}

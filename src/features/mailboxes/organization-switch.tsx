import { makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { auditingOnQuery, switchAuditing } from '~/api/mailboxes';
import { describeError } from '~/domain/describe-error';
import { ConfirmDialog } from '~/ui/confirm-dialog';
import { Failure } from '~/ui/failure';

const useStyles = makeStyles({
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  outcome: { color: tokens.colorNeutralForeground2, display: 'flex', gap: tokens.spacingHorizontalS },
  failure: { order: 1, width: '100%' },
});

export interface OrganizationSwitchProps {
  readonly exchange: ExchangeAdmin;
  /** As it was last read. */
  readonly isOn: boolean;
}

/** Shows nothing that has not been read back: it moves when Exchange says so. */
export function OrganizationSwitch({ exchange, isOn }: OrganizationSwitchProps) {
  const styles = useStyles();
  const queryClient = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { mutate, isPending, isSuccess, error, variables } = useMutation({
    mutationFn: (wanted: boolean) => switchAuditing(exchange, wanted),
    networkMode: 'always',
    // Whatever became of it, only what is read back is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: auditingOnQuery(exchange).queryKey }),
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
    <>
      <Switch
        ref={input}
        className={styles.switch}
        label="Audit mailboxes by default"
        checked={isOn}
        disabledFocusable={isPending}
        onChange={(_, { checked }) => change(checked)}
      />
      <div role="status" className={styles.outcome}>
        {isPending && <Spinner size="extra-tiny" />}
        {isPending ? (variables ? 'Turning on…' : 'Turning off…') : isSuccess && outcomeWords(variables, isOn)}
      </div>
      {error && !isPending && (
        <div className={styles.failure}>
          <Failure {...describeError(error)} />
        </div>
      )}
      {isAsked && (
        <ConfirmDialog
          title="Stop auditing every mailbox?"
          confirmLabel="Turn off"
          keepLabel="Keep on"
          onConfirm={() => mutate(false)}
          onClose={close}
        >
          Nobody’s access to any mailbox will be logged until it is on again, and what is not logged cannot be recovered. Accounts
          that are bypassed no longer matter, since nothing is logged at all. What is logged already stays until it reaches its
          age limit.
        </ConfirmDialog>
      )}
    </>
  );
}

function outcomeWords(wanted: boolean, isOn: boolean): string {
  if (wanted === isOn) return `Turned ${isOn ? 'on' : 'off'}, and read back from Exchange.`;
  return `Exchange took the change but still reads ${isOn ? 'on' : 'off'}. Read again in a few minutes.`;
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { auditingOnQuery, switchAuditing } from '~/api/mailboxes';
import { describeError } from '~/domain/errors/describe-error';
import { Failure } from '~/ui/failure';
import { ReadBackSwitch } from '~/ui/read-back-switch';

export interface OrganizationSwitchProps {
  readonly exchange: ExchangeAdmin;
  /** As it was last read. */
  readonly isOn: boolean;
  readonly children: ReactNode;
}

export function OrganizationSwitch({ exchange, isOn, children }: OrganizationSwitchProps) {
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: boolean) => switchAuditing(exchange, wanted),
    networkMode: 'always',
    // Whatever became of it, only what is read back is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: auditingOnQuery(exchange).queryKey }),
  });
  return (
    <ReadBackSwitch
      label="Audit mailboxes by default"
      isOn={isOn}
      change={change}
      onChange={change.mutate}
      failure={change.error && <Failure {...describeError(change.error)} />}
      turningOff={{
        title: 'Stop auditing every mailbox?',
        text: 'Nobody’s access to any mailbox will be logged until it is on again, and what is not logged cannot be recovered. Accounts that are bypassed no longer matter, since nothing is logged at all. What is logged already stays until it reaches its age limit.',
      }}
    >
      {children}
    </ReadBackSwitch>
  );
}

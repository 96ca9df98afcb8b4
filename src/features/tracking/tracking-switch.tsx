import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { portalTrackingQuery, switchPortalTracking } from '~/api/message-encryption';
import { describeError } from '~/domain/errors/describe-error';
import { Failure } from '~/ui/failure';
import { ReadBackSwitch } from '~/ui/read-back-switch';

export interface TrackingSwitchProps {
  readonly exchange: ExchangeAdmin;
  /** As it was last read. */
  readonly isOn: boolean;
}

export function TrackingSwitch({ exchange, isOn }: TrackingSwitchProps) {
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: boolean) => switchPortalTracking(exchange, wanted),
    networkMode: 'always',
    // Whatever became of it, only what is read back is shown.
    onSettled: () => queryClient.invalidateQueries({ queryKey: portalTrackingQuery(exchange).queryKey }),
  });
  return (
    <ReadBackSwitch
      label="Record visits to the portal"
      isOn={isOn}
      change={change}
      onChange={change.mutate}
      failure={change.error && <Failure {...describeError(change.error)} />}
      turningOff={{
        title: 'Stop recording visits?',
        text: 'New visits will not be recorded and cannot be recovered: who opens, downloads, replies to or forwards an encrypted message will stay unknown until tracking is on again. What is recorded already stays.',
      }}
    />
  );
}

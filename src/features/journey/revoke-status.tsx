import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { MessageStatus } from '~/api/message-encryption';
import { describeError } from '~/domain/errors/describe-error';
import { Failure } from '~/ui/failure';

export interface RevokeStatusProps {
  readonly status: UseQueryResult<MessageStatus>;
  readonly revocation: { readonly status: 'idle' | 'pending' | 'success' | 'error'; readonly error: unknown };
}

/** What Exchange says of the message now, announced when it changes. */
export function RevokeStatus({ status, revocation }: RevokeStatusProps) {
  const again = (
    <Button size="small" onClick={() => void status.refetch()}>
      Read again
    </Button>
  );
  return (
    <div role="status">
      {status.isPending ? (
        <Spinner size="tiny" label="Asking Exchange whether it can be revoked" labelPosition="after" />
      ) : status.data ? (
        <Known status={status.data} isAccepted={revocation.status === 'success'} isReading={status.isFetching} again={again} />
      ) : (
        <Failure {...describeError(status.error)} action={again} />
      )}
    </div>
  );
}

interface KnownProps {
  readonly status: MessageStatus;
  /** Exchange took the revocation a moment ago. */
  readonly isAccepted: boolean;
  readonly isReading: boolean;
  readonly again: React.ReactElement;
}

function Known({ status: { isRevocable, isRevoked }, isAccepted, isReading, again }: KnownProps) {
  if (isAccepted && isRevoked)
    return (
      <Bar intent="success" title="Revoked">
        Search again in a while to see refused visits and the audited cmdlet.
      </Bar>
    );
  if (isAccepted)
    return (
      <Bar intent="success" title="Exchange accepted the revocation" action={isReading ? undefined : again}>
        {isReading ? 'Reading its status.' : 'Its status does not say so yet.'}
      </Bar>
    );
  if (isRevoked)
    return (
      <Bar intent="info" title="It is revoked already">
        The portal refuses everybody who comes.
      </Bar>
    );
  if (!isRevocable)
    return (
      <Bar intent="warning" title="It cannot be revoked">
        Exchange says that this message is not revocable. Which messages are is said below.
      </Bar>
    );
  return (
    <Bar intent="info" title="It can be revoked">
      Exchange says: revocable, not revoked so far.
    </Bar>
  );
}

interface BarProps {
  readonly intent: 'info' | 'success' | 'warning';
  readonly title: string;
  readonly action?: React.ReactElement | undefined;
  readonly children: string;
}

function Bar({ intent, title, action, children }: BarProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
      </MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}

import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { messageStatusQuery } from '~/api/message-encryption';
import { describeError } from '~/domain/errors/describe-error';
import { counted } from '~/lib/words';
import { DialogCard } from '~/ui/dialog-card';
import { Failure } from '~/ui/failure';
import { ScriptCard } from '~/ui/script-card';
import { VisibleText } from '~/ui/visible-text';
import { revokeScript } from './revoke-script';
import { RevokeStatus, type RevokeStatusProps } from './revoke-status';

const useStyles = makeStyles({
  text: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
});

export interface RevokeDialogProps extends Pick<RevokeStatusProps, 'revocation'> {
  readonly messageId: string;
  readonly subject: string;
  readonly recipients: readonly string[];
  /** Whether these are all, or only those who were seen. */
  readonly areRecipientsKnown: boolean;
  readonly exchange: ExchangeAdmin | undefined;
  onRevoke(): void;
}

/** Exchange's answer first, then the rules, then the question. The PowerShell does the same and is always there. */
export function RevokeDialog({
  messageId,
  subject,
  recipients,
  areRecipientsKnown,
  exchange,
  revocation,
  onRevoke,
}: RevokeDialogProps) {
  const styles = useStyles();
  const status = useQuery({
    ...messageStatusQuery(exchange, messageId),
    // What was true when the dialog was last open may not be now.
    staleTime: 0,
    refetchOnMount: 'always',
    retry: false,
    networkMode: 'always',
  });
  const canRevoke =
    exchange !== undefined && status.data?.isRevocable === true && !status.data.isRevoked && revocation.status !== 'success';
  const isRunning = revocation.status === 'pending';
  const name = status.data?.subject || subject;
  return (
    <DialogCard
      title="Revoke message"
      width={680}
      actions={
        canRevoke && (
          <Button
            appearance="primary"
            disabledFocusable={isRunning}
            icon={isRunning ? <Spinner size="tiny" /> : null}
            onClick={onRevoke}
          >
            {isRunning ? 'Revoking the message' : 'Revoke message'}
          </Button>
        )
      }
    >
      <p className={styles.text}>
        {name ? (
          <>
            ‘<VisibleText text={name} />’
          </>
        ) : (
          'This message'
        )}
        {recipients.length > 0 && (
          <>
            , {areRecipientsKnown ? 'sent to' : 'seen by'} <Recipients recipients={recipients} />
          </>
        )}
      </p>
      {exchange && <RevokeStatus status={status} revocation={revocation} />}
      {revocation.status === 'error' && <Failure {...describeError(revocation.error)} />}
      <ul className={styles.rules}>
        <li>Only mail with a branding template, delivered as a link to outside recipients, can be revoked.</li>
        <li>Mail that opens inline, in Outlook for Microsoft 365 or outlook.com accounts, cannot.</li>
        <li>Recipients who read or downloaded it keep what they have. From then on the portal refuses everybody.</li>
        <li>Whether a revocation can be undone is not documented.</li>
      </ul>
      {!exchange && (
        <p className={styles.text}>
          A browser may not run Exchange cmdlets in a real tenant. Run this in Exchange Online PowerShell.
        </p>
      )}
      <ScriptCard label="PowerShell that revokes it" script={revokeScript(messageId, name)} />
    </DialogCard>
  );
}

const namedRecipients = 5;

function Recipients({ recipients }: { readonly recipients: readonly string[] }) {
  const named = recipients.slice(0, namedRecipients);
  const more = recipients.length - named.length;
  return (
    <>
      {named.map((recipient, position) => (
        <span key={recipient}>
          {position > 0 && ', '}
          <VisibleText text={recipient} />
        </span>
      ))}
      {more > 0 && ` and ${counted(more, 'other')}`}
    </>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { type ReactNode, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { journeyCsv } from '~/domain/messages/journey-csv';
import type { Journey } from '~/domain/messages/message-journey';
import { fileStamp, safeFileName } from '~/lib/file-name';
import { CommandButton } from '~/ui/command-button';
import { CompactLabel } from '~/ui/compact-label';
import { download } from '~/ui/download';
import { RevokeButton } from './revoke-button';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface JourneyActionsProps {
  readonly messageId: string;
  readonly journey: Journey | undefined;
  readonly exchange: ExchangeAdmin | undefined;
  onRevoked(): void;
  /** What else can be done, where the records come from. */
  readonly children?: ReactNode;
}

export function JourneyActions({ messageId, journey, exchange, onRevoked, children }: JourneyActionsProps) {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const hasRows = journey !== undefined && (journey.events.length > 0 || journey.recipients.length > 0);
  const save = () => {
    if (!journey) return;
    const name = `${safeFileName(journey.subject || messageId, 'message')} ${fileStamp(Date.now())}.csv`;
    download(new Blob([journeyCsv(journey)], { type: 'text/csv;charset=utf-8' }), name);
    setSaid(`Saved ${name}`);
  };
  return (
    <div className={styles.actions}>
      {children}
      <CommandButton command="Print" icon={<PrintRegular />} disabledFocusable={!journey} onClick={() => window.print()}>
        <CompactLabel>Print</CompactLabel>
      </CommandButton>
      <CommandButton command="Export CSV" icon={<ArrowDownloadRegular />} disabledFocusable={!hasRows} onClick={save}>
        <CompactLabel>Export CSV</CompactLabel>
      </CommandButton>
      <RevokeButton
        messageId={messageId}
        subject={journey?.subject ?? ''}
        recipients={journey?.recipients.flatMap(({ recipient }) => recipient || []) ?? []}
        areRecipientsKnown={journey?.recipientsKnownFrom !== undefined}
        exchange={exchange}
        onRevoked={onRevoked}
      />
      <span role="status" className={styles.hidden}>
        {said}
      </span>
    </div>
  );
}

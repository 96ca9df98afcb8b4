import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { mailboxesQuery } from '~/api/mailboxes';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import type { ChangeGroup } from '~/domain/mailbox-auditing/mailbox-plan';
import { type ApplyRun, startApplyRun } from './apply-run';

/** At most one change at a time; the mailboxes that were read hold what it read back. Leaving the page stops it. */
export function useApplyRun(exchange: ExchangeAdmin) {
  const queryClient = useQueryClient();
  const [run, setRun] = useState<ApplyRun>();
  useEffect(() => () => run?.cancel(), [run]);

  const onRead = (found: readonly MailboxAuditing[]) => {
    const byAddress = new Map(found.map((mailbox) => [mailbox.address, mailbox]));
    queryClient.setQueryData(mailboxesQuery(exchange).queryKey, (last) =>
      last?.map((mailbox) => byAddress.get(mailbox.address) ?? mailbox),
    );
  };
  return {
    run,
    /** `onComplete`: every mailbox reads as wanted. */
    start: (groups: readonly ChangeGroup[], onComplete: () => void) =>
      setRun(startApplyRun(exchange, { groups, onRead, onDone: (isComplete) => isComplete && onComplete() })),
    dismiss: () => setRun(undefined),
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { mailboxesQuery } from '~/api/mailboxes';
import { mailboxLog } from '~/domain/catalogue/mailbox-log-catalogue';
import { supportsAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import type { MailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { type HeldRecordSet, recordSets } from '~/records/held-record-sets';
import { type LogReading, logReadingOf } from './log-reading';

export interface Log {
  readonly held: HeldRecordSet;
  readonly reading: LogReading;
}

/** Answers a function that opens the log a search asks for: the one that is held, or a new one whose reading begins. */
export function useLog(exchange: PagedExchangeAdmin): (id: string, search: MailboxSearch) => Log {
  const queryClient = useQueryClient();
  return useCallback(
    (id, search) => {
      const held = recordSets.hold(`mailbox search ${id}`, mailboxLog);
      const allMailboxes = async () => {
        const mailboxes = await queryClient.fetchQuery(mailboxesQuery(exchange));
        return mailboxes.filter(supportsAuditing).map(({ address }) => address);
      };
      return { held, reading: logReadingOf(held, { exchange, search, allMailboxes }) };
    },
    [queryClient, exchange],
  );
}

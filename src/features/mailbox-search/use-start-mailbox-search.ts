import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { pendingSearchesQuery, startMailboxSearch } from '~/api/mailbox-audit-log';
import type { MailboxSearch } from '~/domain/mailbox-log/mailbox-search';

/** Starts a search in the background once: a second call while the first is on its way does nothing, and nothing is sent again. */
export function useStartMailboxSearch(exchange: ExchangeAdmin, onStarted: (id: string, search: MailboxSearch) => void) {
  const queryClient = useQueryClient();
  const isSending = useRef(false);
  const { queryKey } = pendingSearchesQuery(exchange);
  const { mutate, error, isPending, data } = useMutation({
    mutationFn: (search: MailboxSearch) => startMailboxSearch(exchange, search),
    retry: false,
    // Without a network it must fail now, not be sent whenever the network is back.
    networkMode: 'always',
    onSuccess: async (started, asked) => {
      // A list that was asked for before it began would take it for finished.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (pending = []) => [...pending, started]);
      onStarted(started.id, { ...asked, name: started.search.name || asked.name });
    },
    onSettled: () => {
      isSending.current = false;
      // Also after a failure: the service may have started it although its answer was lost.
      return queryClient.invalidateQueries({ queryKey });
    },
  });
  const start = (search: MailboxSearch) => {
    if (isSending.current) return;
    isSending.current = true;
    mutate(search);
  };
  return { start, error, isPending, started: data };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { createSearch, type Search } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';
import type { AuditQuery } from '~/domain/query/audit-query';

/** Starts a search once: a second call while the first is on its way does nothing, and nothing is sent again by itself. */
export function useStartSearch(graph: GraphClient, onStarted: (search: Search) => void) {
  const queryClient = useQueryClient();
  const isSending = useRef(false);
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (query: AuditQuery) => createSearch(graph, query),
    retry: false,
    // Without a network it must fail now, not be sent whenever the network is back.
    networkMode: 'always',
    onSuccess: (search) => onStarted(search),
    onSettled: () => {
      isSending.current = false;
      // Also after a failure: the service may have started it although its answer was lost.
      return queryClient.invalidateQueries({ queryKey: ['searches'], exact: true });
    },
  });
  const start = (query: AuditQuery) => {
    if (isSending.current) return;
    isSending.current = true;
    mutate(query);
  };
  return { start, error, isPending, reset };
}

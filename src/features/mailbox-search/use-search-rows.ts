import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { type PendingSearch, pendingSearchesQuery } from '~/api/mailbox-audit-log';
import type { RememberedSearches } from './remembered-searches';
import { newsOf, toRows } from './search-rows';

const none: readonly PendingSearch[] = [];

/** The searches in the background, followed while any runs. One that finished unseen has no time rather than a wrong one. */
export function useSearchRows(
  exchange: ExchangeAdmin,
  searches: RememberedSearches,
  remember: (added: RememberedSearches) => void,
) {
  const { data: pending, error, isFetching, refetch } = useQuery(pendingSearchesQuery(exchange));
  const before = useRef(none);
  useEffect(() => {
    if (!pending) return;
    const news = newsOf(searches, pending, before.current, Date.now());
    before.current = pending;
    if (Object.keys(news).length > 0) remember(news);
  }, [pending, searches, remember]);
  return { rows: toRows(searches, pending), error, isFetching, refetch };
}

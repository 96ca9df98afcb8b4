import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { isFinal, searchQuery } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';

const watched = new Set<string>();

/** Follows the search on whatever page one goes to, and tells once when it is through. Permission must have been given. */
export function notifyWhenDone(queryClient: QueryClient, graph: GraphClient, searchId: string): void {
  if (watched.has(searchId)) return;
  watched.add(searchId);
  const stop = new QueryObserver(queryClient, searchQuery(graph, searchId)).subscribe(({ data, error }) => {
    if (!error && !(data && isFinal(data.status))) return;
    queueMicrotask(() => stop());
    watched.delete(searchId);
    if (!data) return;
    const words = data.status === 'succeeded' ? 'has its results' : 'did not succeed';
    const notification = new Notification(`${data.name || 'The search'} ${words}`, { tag: searchId });
    notification.onclick = () => window.focus();
  });
}

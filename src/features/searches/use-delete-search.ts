import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteSearch, searchesQuery } from '~/api/audit-searches';
import type { GraphClient } from '~/api/graph-client';

/** Takes a search off the list as soon as the service has. */
export function useDeleteSearch(graph: GraphClient, onDeleted: (id: string) => void) {
  const queryClient = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: (id: string) => deleteSearch(graph, id),
    networkMode: 'always',
    onSuccess: (_, id) => {
      queryClient.setQueryData(searchesQuery(graph).queryKey, (searches) => searches?.filter((search) => search.id !== id));
      queryClient.removeQueries({ queryKey: ['searches', id] });
      onDeleted(id);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['searches'], exact: true }),
  });
  return { remove: (id: string) => mutate(id), error };
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { inThisBrowser } from '~/records/in-this-browser';
import type { KeptSets } from '~/records/kept-sets';

/** What is kept, the room there is, and deleting: the set of one key, or all. */
export function useKeptSets({ owner, list, limit, delete: remove, deleteAll }: KeptSets) {
  const queryClient = useQueryClient();
  const queryKey = ['kept sets', owner];
  const { data, error } = useQuery({
    ...inThisBrowser,
    queryKey,
    queryFn: async () => ({ sets: await list(), limit: await limit() }),
    // Other pages and tabs write what is listed here.
    staleTime: 0,
    refetchInterval: 5000,
  });
  const deletion = useMutation({
    mutationFn: (key: string | undefined) => (key === undefined ? deleteAll() : remove(key)),
    networkMode: 'always',
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return { ...data, error: error ?? deletion.error, deletion };
}

import { useQuery } from '@tanstack/react-query';
import { growthStage } from '~/lib/growth';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { useSetState } from '~/records/use-set-state';
import { readMessage } from './read-message';

/** The events of one message, read anew as records arrive. */
export function useMessage({ id, set }: HeldRecordSet, messageId: string) {
  const { records, coverage } = useSetState(set);
  return useQuery({
    ...inThisBrowser,
    queryKey: ['message', id, messageId, growthStage(records, coverage === 'filling')],
    queryFn: ({ signal }) => readMessage(set, messageId, signal),
    placeholderData: (previous, query) => (query?.queryKey[1] === id && query.queryKey[2] === messageId ? previous : undefined),
  });
}

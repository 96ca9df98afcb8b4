import { useQuery } from '@tanstack/react-query';
import type { Completeness } from '~/domain/completeness';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { growthStage } from '~/lib/growth';
import { inThisBrowser } from '~/lib/in-this-browser';
import { readMessage } from './read-message';

interface Wanted {
  readonly messageId: string;
  /** How many records went into the set so far. */
  readonly records: number;
  readonly completeness: Completeness;
}

/** The events of one message, read anew as records arrive. */
export function useMessage({ id, resultSet }: HeldResultSet, { messageId, records, completeness }: Wanted) {
  return useQuery({
    ...inThisBrowser,
    queryKey: ['message', id, messageId, growthStage(records, completeness === 'filling')],
    queryFn: () => readMessage(resultSet, messageId),
    placeholderData: (previous, query) => (query?.queryKey[1] === id && query.queryKey[2] === messageId ? previous : undefined),
  });
}

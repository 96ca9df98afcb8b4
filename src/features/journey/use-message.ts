import { useQuery } from '@tanstack/react-query';
import type { HeldResultSet } from '~/engine/held-result-sets';
import { inThisBrowser } from '~/lib/in-this-browser';
import { readMessage } from './read-message';

export type Completeness = 'filling' | 'complete' | 'incomplete';

interface Wanted {
  readonly messageId: string;
  /** How many records went into the set so far. */
  readonly records: number;
  readonly completeness: Completeness;
}

/** The events of one message. While records arrive they are read anew only when the set has doubled. */
export function useMessage({ id, resultSet }: HeldResultSet, { messageId, records, completeness }: Wanted) {
  const state = completeness === 'filling' ? `2^${Math.floor(Math.log2(Math.max(1, records)))}` : records;
  return useQuery({
    ...inThisBrowser,
    queryKey: ['message', id, messageId, state],
    queryFn: () => readMessage(resultSet, messageId),
    placeholderData: (previous, query) => (query?.queryKey[1] === id && query.queryKey[2] === messageId ? previous : undefined),
  });
}

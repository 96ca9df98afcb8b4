import type { QueryClient } from '@tanstack/react-query';

/** What came last of the queries whose keys begin like this: it stands in until the answer to the next is there. */
export function latestAnswer<Answer>(queryClient: QueryClient, queryKey: readonly unknown[]): Answer | undefined {
  return queryClient.getQueriesData<Answer>({ queryKey }).findLast(([, data]) => data)?.[1];
}

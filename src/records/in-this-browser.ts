/**
 * Options of a query that a worker of this page answers: under its key an answer never grows stale, asking again does not help,
 * and being offline does not matter.
 */
export const inThisBrowser = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 30_000,
  retry: false,
  networkMode: 'always',
} as const;

// Searches of the audit log, as Microsoft Graph keeps them: https://learn.microsoft.com/graph/api/resources/security-auditlogquery
// A search is created, runs on the service for seconds to hours, and keeps its results for 30 days.

import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { AuditQuery } from '~/domain/query/audit-query';
import { fromGraphQuery, graphQuerySchema, toGraphQuery } from '~/domain/query/graph-query';
import type { GraphClient } from './graph-client';
import { readBytes, readJson } from './http';

export type SearchStatus = 'notStarted' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'unknownFutureValue';

export interface Search {
  readonly id: string;
  readonly name: string;
  readonly status: SearchStatus;
  readonly query: AuditQuery;
  /** May be above or below what can be read; absent while running and in tenants that do not tell. */
  readonly approximateCount: number | undefined;
  readonly countLimit: number | undefined;
  /** The service found more than it keeps: results are cut short although the search succeeded. */
  readonly isLimitExceeded: boolean;
}

const collection = '/security/auditLog/queries';

const searchSchema = z.pipe(
  z.extend(graphQuerySchema, {
    id: z.string(),
    status: z.nullish(z.string()),
    approximateReturnedRecordCount: z.nullish(z.number()),
    recordCountLimit: z.nullish(z.number()),
    isRecordCountLimitExceeded: z.nullish(z.boolean()),
  }),
  z.transform(
    (answer): Search => ({
      id: answer.id,
      name: answer.displayName ?? '',
      status: toStatus(answer.status),
      query: fromGraphQuery(answer),
      approximateCount: answer.approximateReturnedRecordCount ?? undefined,
      countLimit: answer.recordCountLimit ?? undefined,
      isLimitExceeded: answer.isRecordCountLimitExceeded ?? false,
    }),
  ),
);

const statuses: readonly SearchStatus[] = ['notStarted', 'running', 'succeeded', 'failed', 'cancelled'];

function toStatus(text: string | null | undefined): SearchStatus {
  return statuses.find((status) => status.toLowerCase() === text?.toLowerCase()) ?? 'unknownFutureValue';
}

export function isFinal(status: SearchStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled';
}

/** Polling grows slower the longer a search runs: 1 s at first, 15 s at most. */
function pollAfterMs(updates: number): number {
  return Math.min(15_000, 1000 * 1.25 ** Math.max(0, updates - 3));
}

/** All searches of the tenant, newest first as far as the service tells; refreshed while any is unfinished. */
export function searchesQuery(graph: GraphClient) {
  return queryOptions({
    queryKey: ['searches'],
    queryFn: ({ signal }) => listSearches(graph, signal),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => !isFinal(status)) ? pollAfterMs(state.dataUpdateCount) : false,
    refetchIntervalInBackground: true,
  });
}

/** One search, followed until its status is final, also in a background tab. */
export function searchQuery(graph: GraphClient, id: string) {
  return queryOptions({
    queryKey: ['searches', id],
    queryFn: async ({ signal }) => {
      const asked = { action: 'read the search', signal };
      return readJson(await graph.request({ ...asked, path: `${collection}/${encodeURIComponent(id)}` }), searchSchema, asked);
    },
    refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : pollAfterMs(state.dataUpdateCount)),
    refetchIntervalInBackground: true,
  });
}

const listSchema = z.object({ value: z.array(searchSchema), '@odata.nextLink': z.optional(z.string()) });

async function listSearches(graph: GraphClient, signal: AbortSignal): Promise<Search[]> {
  const asked = { action: 'list the searches', signal };
  const searches: Search[] = [];
  let path: string | undefined = collection;
  while (path) {
    const response = await graph.request({ ...asked, path });
    const page: z.infer<typeof listSchema> = await readJson(response, listSchema, asked);
    searches.push(...page.value);
    path = page['@odata.nextLink'];
  }
  return searches;
}

/** Not safe to repeat after a lost answer: the first request may have been carried out. */
export async function createSearch(graph: GraphClient, query: AuditQuery): Promise<Search> {
  const action = 'start the search';
  const response = await graph.request({ method: 'POST', path: collection, body: toGraphQuery(query), action });
  return readJson(response, searchSchema, { action });
}

/** Removes the search and its results from the service, not the audit records. Cancels it when it still runs. */
export async function deleteSearch(graph: GraphClient, id: string): Promise<void> {
  await graph.request({ method: 'DELETE', path: `${collection}/${encodeURIComponent(id)}`, action: 'delete the search' });
}

/** The address of the first page of a finished search; later ones are told by the page before. */
export function firstRecordsPage(searchId: string): string {
  return `${collection}/${encodeURIComponent(searchId)}/records?$top=1000`;
}

/** Whether an address the service gave leads to records of this search, and not to something else of its own or of others. */
export function isRecordsPage(link: string, searchId: string): boolean {
  const { pathname } = URL.canParse(link) ? new URL(link) : { pathname: link.split('?')[0] ?? '' };
  return pathname.endsWith(`${collection}/${encodeURIComponent(searchId)}/records`);
}

/** One page of records as bytes: they are read in the engine's worker, not here. */
export async function fetchRecordsPage(graph: GraphClient, path: string, signal: AbortSignal): Promise<Uint8Array> {
  const asked = { action: 'read a page of records', signal };
  return readBytes(await graph.request({ ...asked, path }), asked);
}

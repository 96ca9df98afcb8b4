// The client against the mocked service, which follows the contract on its own.

import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { describeError } from '~/domain/errors/describe-error';
import { ApiError } from '~/domain/errors/errors';
import { type AuditQuery, emptyQuery } from '~/domain/query/audit-query';
import { createMockedServer } from '~mocks/node';
import { createSearch, deleteSearch, fetchRecordsPage, firstRecordsPage, searchesQuery, searchQuery } from './audit-searches';
import { createGraphClient } from './graph-client';

const now = Date.UTC(2026, 10, 21);
const server = createMockedServer({ records: 3000, now, latency: 0 });
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const config = { graphUrl: 'https://graph.microsoft.com', graphVersion: 'v1.0' } as const;
const graph = createGraphClient(config, async () => 'token');
const signal = AbortSignal.timeout(60_000);

const lastWeek: AuditQuery = {
  ...emptyQuery(new Date(now - 7 * 86_400_000).toISOString(), new Date(now).toISOString()),
  name: 'Last week',
};

/** Calls a query the way React Query does. */
function run<Value>({ queryFn }: { queryFn?: unknown }): Promise<Value> {
  if (typeof queryFn !== 'function') throw new Error('these options have no query function');
  return queryFn({ signal });
}

async function refusal(asked: Promise<unknown>): Promise<ApiError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw new Error(`expected an ApiError, not ${String(error)}`);
}

test('a search comes back with the criteria it was made with', async () => {
  const query: AuditQuery = {
    ...lastWeek,
    keyword: 'contoso',
    adminUnits: ['9a3c'],
    recordTypes: ['OMEPortal', 'MIPLabel'],
    operations: ['MessageAccess'],
    users: ['ada@contoso.com'],
    objects: ['https://contoso.sharepoint.com/*'],
    workloads: ['Exchange'],
    ipAddresses: ['203.0.113.7'],
  };
  const { id } = await createSearch(graph, query);
  const found = await run<{ query: AuditQuery }>(searchQuery(graph, id));
  expect(found.query).toEqual(query);
});

test('beta answers in its own spelling and reads the same', async () => {
  const beta = createGraphClient({ ...config, graphVersion: 'beta' }, async () => 'token');
  const { query } = await createSearch(beta, { ...lastWeek, workloads: ['OneDrive'] });
  expect(query.workloads).toEqual(['OneDrive']);
});

test('the list holds every search, newest first, until it is deleted', async () => {
  const { id } = await createSearch(graph, { ...lastWeek, name: 'To be deleted' });
  const [newest] = await run<{ id: string; name: string }[]>(searchesQuery(graph));
  expect(newest).toMatchObject({ id, name: 'To be deleted' });
  await deleteSearch(graph, id);
  expect((await refusal(run(searchQuery(graph, id)))).kind).toBe('not-found');
});

test('pages are bytes of at most 1,000 records and lead from one to the next', async () => {
  const { id } = await createSearch(graph, { ...lastWeek, start: new Date(now - 180 * 86_400_000).toISOString() });
  await run(searchQuery(graph, id));
  let path: string | undefined = firstRecordsPage(id);
  let records = 0;
  while (path) {
    const page: { value: unknown[]; '@odata.nextLink'?: string } = JSON.parse(
      new TextDecoder().decode(await fetchRecordsPage(graph, path, signal)),
    );
    expect(page.value.length).toBeLessThanOrEqual(1000);
    records += page.value.length;
    path = page['@odata.nextLink'];
  }
  expect(records).toBeGreaterThanOrEqual(3000);
});

test.each([
  ['#forbidden', 'forbidden', 403],
  ['#unauthorized', 'unauthorized', 401],
])('%s is an error of its own kind', async (name, kind, status) => {
  const error = await refusal(createSearch(graph, { ...lastWeek, name }));
  expect(error).toMatchObject({
    kind,
    isTransient: false,
    facts: { status, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
  });
});

test('being asked to slow down says for how long', async () => {
  const { id } = await createSearch(graph, { ...lastWeek, name: '#throttled' });
  expect(await refusal(run(searchQuery(graph, id)))).toMatchObject({
    kind: 'throttled',
    isTransient: true,
    facts: { retryAfterMs: 2000 },
  });
});

test('a refused search says what the service said', async () => {
  const error = await refusal(createSearch(graph, { ...lastWeek, end: lastWeek.start }));
  expect(error.kind).toBe('bad-request');
  expect(describeError(error).detail).toContain('Invalid request data');
});

test('a lost connection is not a bug', async () => {
  const nowhere = createGraphClient({ ...config, graphUrl: 'http://localhost:1' }, async () => 'token');
  server.close();
  const error = await refusal(createSearch(nowhere, lastWeek));
  server.listen({ onUnhandledRequest: 'error' });
  expect(error).toMatchObject({ kind: 'offline', isTransient: true });
});

/** Standing still half-way: the mocked service does so once for the only page of this search. */
async function stalledPage(): Promise<string> {
  const { id } = await createSearch(graph, { ...lastWeek, name: '#stalled', operations: ['MailboxLogin'] });
  await run(searchQuery(graph, id));
  return firstRecordsPage(id);
}

test('an answer that stands still is given up, and its words say so', async () => {
  const page = await stalledPage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const asked = refusal(fetchRecordsPage(graph, page, signal));
  while (vi.getTimerCount() < 1) await new Promise(setImmediate);
  for (let second = 0; second < 61; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise(setImmediate);
  }
  const error = await asked;
  expect(error).toMatchObject({ kind: 'stalled', isTransient: true });
  expect(describeError(error).detail).toBe('The answer began to come, and then nothing more of it for a minute.');
  vi.useRealTimers();
  expect((await fetchRecordsPage(graph, page, signal)).length).toBeGreaterThan(0);
});

test('an answer that is given up while it comes is an abort, and nothing else', async () => {
  const page = await stalledPage();
  const controller = new AbortController();
  const asked = fetchRecordsPage(graph, page, controller.signal);
  setTimeout(() => controller.abort(new Error('looked away')), 50);
  await expect(asked).rejects.toThrow('looked away');
});

test('a token is never sent after a link to somebody else', async () => {
  const error = await refusal(fetchRecordsPage(graph, 'https://example.org/records', signal));
  expect(error.kind).toBe('invalid-response');
});

test('an aborted request is an abort, not an error of the service', async () => {
  const aborted = AbortSignal.abort(new DOMException('stopped', 'AbortError'));
  await expect(fetchRecordsPage(graph, firstRecordsPage('x'), aborted)).rejects.toThrow('stopped');
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs, hourMs } from '~/lib/time';
import { createGraphCaller } from './graph-caller';
import { errorSchema, pageSchema, querySchema } from './graph-schema';
import { createMockedServer } from './node';
import { createMemoryStore } from './tenant-store';

const options = { records: 3_000, now: Date.parse('2026-06-30T00:00:00Z'), latency: 0 };
const caller = createGraphCaller();
let server = createMockedServer(options);

beforeAll(() => server.listen());
beforeEach(() => {
  server.close();
  server = createMockedServer(options);
  server.listen();
});
afterEach(() => server.close());
afterAll(() => server.close());

const post = (body: BodyInit) => caller.call('/queries', { method: 'POST', body });

async function expectError(response: Response, status: number, code: string): Promise<void> {
  expect(response.status).toBe(status);
  const { error } = errorSchema.parse(await response.json());
  expect(error.code).toBe(code);
  expect(response.headers.get('request-id')).toBe(error.innerError['request-id']);
  expect(response.headers.get('client-request-id')).toBe(error.innerError['client-request-id']);
}

test('a new search is answered with 201, its filters as sent and null for those not set', async () => {
  const response = await post(
    JSON.stringify({
      displayName: 'A',
      recordTypeFilters: ['ExchangeAdmin'],
      filterStartDateTime: '2026-06-01T00:00:00Z',
      filterEndDateTime: '2026-06-02T00:00:00Z',
    }),
  );
  expect(response.status).toBe(201);
  const query = querySchema.parse(await response.json());
  expect(query).toMatchObject({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#security/auditLog/queries/$entity',
    displayName: 'A',
    status: 'notStarted',
    recordTypeFilters: ['exchangeAdmin'],
    operationFilters: null,
    serviceFilters: null,
    keywordFilter: null,
    recordCountLimit: 1_000_000,
    isRecordCountLimitExceeded: false,
  });
  expect(await caller.poll(query.id)).toMatchObject({ id: query.id, status: 'succeeded' });
});

test('v1.0 answers serviceFilters and beta serviceFilter, whichever was sent', async () => {
  const { id } = await caller.submit({ serviceFilter: 'Exchange' });
  const beta = createGraphCaller('https://graph.microsoft.com/beta');
  expect(await caller.poll(id)).toMatchObject({ serviceFilters: ['Exchange'] });
  expect(await beta.poll(id)).toMatchObject({ serviceFilter: 'Exchange' });
});

test.each([
  ['start equal to end', { filterStartDateTime: '2026-06-01T00:00:00Z', filterEndDateTime: '2026-06-01T00:00:00Z' }],
  ['start after end', { filterStartDateTime: '2026-06-02T00:00:00Z', filterEndDateTime: '2026-06-01T00:00:00Z' }],
  ['a date that is none', { filterStartDateTime: 'yesterday' }],
  ['an unknown record type', { recordTypeFilters: ['nonsense'] }],
  ['a list where text belongs', { keywordFilter: ['a'] }],
  ['text where a list belongs', { operationFilters: 'FileDeleted' }],
  ['an unknown property', { operationsFilter: ['FileDeleted'] }],
  ['a list as body', []],
])('refuses %s with 400', async (_, body) => {
  const response = await post(JSON.stringify(body));
  await expectError(response.clone(), 400, 'BadRequest');
  expect(await response.json()).toMatchObject({ error: { message: 'Invalid request data' } });
});

test('refuses a body that is not JSON with 400', async () => {
  await expectError(await post('{"displayName":'), 400, 'BadRequest');
});

test('refuses requests without a bearer token with 401', async () => {
  for (const [path, method] of [
    ['/queries', 'GET'],
    ['/queries', 'POST'],
    ['/queries/x', 'GET'],
    ['/queries/x', 'DELETE'],
    ['/queries/x/records', 'GET'],
  ] as const) {
    await expectError(await caller.call(path, { method, headers: { authorization: '' } }), 401, 'InvalidAuthenticationToken');
  }
});

test('repeats the caller’s client-request-id', async () => {
  const response = await caller.call('/queries', { headers: { 'client-request-id': 'mine' } });
  expect(response.headers.get('client-request-id')).toBe('mine');
  expect(response.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('answers 404 for an unknown search and 405 for methods the service does not have', async () => {
  await expectError(await caller.call(`/queries/${crypto.randomUUID()}`), 404, 'ResourceNotFound');
  await expectError(await caller.call(`/queries/${crypto.randomUUID()}/records`), 404, 'ResourceNotFound');
  const { id } = await caller.submit({});
  await expectError(await caller.call(`/queries/${id}`, { method: 'PATCH', body: '{}' }), 405, 'Request_BadRequest');
  await expectError(await caller.call(`/queries/${id}/records`, { method: 'DELETE' }), 405, 'Request_BadRequest');
  await expectError(await caller.call('/queries', { method: 'DELETE' }), 405, 'Request_BadRequest');
});

test('a deleted search is gone', async () => {
  const { id } = await caller.submit({});
  expect((await caller.call(`/queries/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await caller.call(`/queries/${id}`)).status).toBe(404);
  expect((await caller.call(`/queries/${id}`, { method: 'DELETE' })).status).toBe(404);
  expect(pageSchema.parse(await (await caller.call('/queries')).json()).value).toEqual([]);
});

test('lists searches in pages', async () => {
  for (const displayName of ['a', 'b', 'c']) await caller.poll((await caller.submit({ displayName })).id);
  const first = pageSchema.parse(await (await caller.call('/queries?$top=2')).json());
  const second = pageSchema.parse(await (await caller.call(first['@odata.nextLink'] ?? '')).json());
  expect([...first.value, ...second.value].map((query) => querySchema.parse(query).displayName).sort()).toEqual(['a', 'b', 'c']);
  expect(second['@odata.nextLink']).toBeUndefined();
});

test('next links visit every record, repeating a few at the start of a page', async () => {
  const ids = (records: readonly unknown[]) =>
    records.map((record) => (record !== null && typeof record === 'object' && 'id' in record ? String(record.id) : ''));
  let repeatedOnes = 0;
  for (let run = 0; run < 3; run++) {
    const { query, pages } = await caller.search({});
    expect(pages.slice(0, -1).every((page) => page.length === 150)).toBe(true);
    expect(new Set(pages.flatMap(ids)).size).toBe(3_000);
    pages.forEach((page, at) => {
      const before = ids(pages[at - 1] ?? []);
      const again = ids(page).filter((id) => before.includes(id));
      expect(again).toEqual(ids(page).slice(0, again.length));
      repeatedOnes += again.length;
    });
    await caller.call(`/queries/${query.id}`, { method: 'DELETE' });
  }
  expect(repeatedOnes).toBeGreaterThan(0);
  expect(repeatedOnes).toBeLessThan(120);
});

test('$top is 1 to 1,000, more is cut to 1,000 and nonsense is refused', async () => {
  const { id } = await caller.submit({});
  await caller.poll(id);
  const count = async (query: string) =>
    pageSchema.parse(await (await caller.call(`/queries/${id}/records${query}`)).json()).value.length;
  expect([await count(''), await count('?$top=1'), await count('?$top=999'), await count('?$top=5000')]).toEqual([
    150, 1, 999, 1_000,
  ]);
  for (const query of ['?$top=0', '?$top=-1', '?$top=ten', '?$skiptoken=made-up'])
    await expectError(await caller.call(`/queries/${id}/records${query}`), 400, 'BadRequest');
});

test('a search waits, runs and succeeds in believable time, and has no records before', async () => {
  let time = 1_000_000_000_000;
  server.close();
  server = createMockedServer({ ...options, latency: 1, clock: () => time });
  server.listen();
  const { id } = await caller.submit({});
  await new Promise((resolve) => setTimeout(resolve, 50));
  const statuses: string[] = [];
  for (const wait of [100, 300, 500, 1_000]) {
    time += wait;
    statuses.push((await caller.poll(id)).status);
    if (wait === 300) await expectError(await caller.call(`/queries/${id}/records`), 400, 'BadRequest');
  }
  expect(statuses).toEqual(['notStarted', 'running', 'running', 'succeeded']);
});

test('the eleventh unfinished search is refused with 429 and Retry-After', async () => {
  server.close();
  server = createMockedServer({ ...options, latency: 1 });
  server.listen();
  for (let count = 0; count < 10; count++) await caller.submit({ displayName: '#slow' });
  const response = await post('{}');
  expect(response.headers.get('retry-after')).toBe('10');
  await expectError(response, 429, 'TooManyRequests');
});

test('the 201st search of a day is refused with 429, even after the others were deleted', async () => {
  let time = Date.parse('2026-06-30T00:00:00Z');
  server.close();
  server = createMockedServer({ ...options, records: 100, clock: () => time });
  server.listen();
  for (let count = 0; count < 200; count++) {
    const { id } = await caller.submit({});
    await caller.call(`/queries/${id}`, { method: 'DELETE' });
  }
  await expectError(await post('{}'), 429, 'TooManyRequests');
  time += dayMs + hourMs;
  expect((await post('{}')).status).toBe(201);
});

test('searches survive a restart and are forgotten after 30 days', async () => {
  let time = Date.parse('2026-06-30T00:00:00Z');
  const store = createMemoryStore();
  const restart = () => {
    server.close();
    server = createMockedServer({ records: 3_000, latency: 0, clock: () => time }, store);
    server.listen();
  };
  restart();
  const { query, pages } = await caller.search({ operationFilters: ['UserLoggedIn'] }, 1_000);
  time += 40 * hourMs;
  restart();
  const again = await caller.call(`/queries/${query.id}/records?$top=1000`);
  expect(pageSchema.parse(await again.json()).value).toEqual(pages[0]);
  expect(await caller.poll(query.id)).toEqual(query);
  time += 29 * dayMs;
  restart();
  expect((await caller.call(`/queries/${query.id}`)).status).toBe(404);
});

test('without a fixed end a search sees what has happened until it was made', async () => {
  const time = Date.parse('2026-06-30T09:30:00Z');
  server.close();
  server = createMockedServer({ records: 20_000, latency: 0, clock: () => time });
  server.listen();
  const { pages } = await caller.search({ filterStartDateTime: '2026-06-29T00:00:00Z' }, 1_000);
  const times = pages
    .flat()
    .map((record) =>
      record !== null && typeof record === 'object' && 'createdDateTime' in record ? String(record.createdDateTime) : '',
    );
  expect(times.every((each) => each <= '2026-06-30T09:30:00Z')).toBe(true);
  expect(times.some((each) => each > '2026-06-30T08:00:00Z')).toBe(true);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGraphCaller } from './graph-caller';
import { pageSchema, recordSchema } from './graph-schema';
import { createMockedServer } from './node';
import { queuedMs, slowMs } from './scenarios';

let time = Date.parse('2026-06-30T00:00:00Z');
const caller = createGraphCaller();
let server = createMockedServer();

beforeEach(() => {
  server = createMockedServer({ records: 3_000, now: Date.parse('2026-06-30T00:00:00Z'), latency: 0, clock: () => time });
  server.listen();
});
afterEach(() => server.close());

const submit = async (displayName: string) => (await caller.submit({ displayName })).id;
const post = (displayName: string) => caller.call('/queries', { method: 'POST', body: JSON.stringify({ displayName }) });
const page = async (response: Response) => pageSchema.parse(await response.json());
const statusOf = async (path: string) => (await caller.call(path)).status;

/** Addresses of the first pages, read without trouble from a search of the same name without the scenario. */
async function addresses(id: string, count: number): Promise<string[]> {
  const found = [`/queries/${id}/records`];
  while (found.length < count) {
    let response = await caller.call(found.at(-1) ?? '');
    for (let attempt = 0; !response.ok && attempt < 3; attempt++) response = await caller.call(found.at(-1) ?? '');
    found.push((await page(response))['@odata.nextLink'] ?? '');
  }
  return found;
}

test('#throttled refuses two polls and some pages with Retry-After 2', async () => {
  const id = await submit('slow tenant #throttled');
  for (let poll = 0; poll < 2; poll++) {
    const response = await caller.call(`/queries/${id}`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2']);
  }
  expect((await caller.poll(id)).status).toBe('succeeded');
  const first = await page(await caller.call(`/queries/${id}/records`));
  const next = first['@odata.nextLink'] ?? '';
  expect([await statusOf(next), await statusOf(next)]).toEqual([429, 200]);
});

test('#forbidden and #unauthorized refuse the search', async () => {
  expect([(await post('#forbidden')).status, (await post('#unauthorized')).status]).toEqual([403, 401]);
  expect((await page(await caller.call('/queries'))).value).toEqual([]);
});

test('#failed ends as failed, without records', async () => {
  const id = await submit('#Failed');
  expect((await caller.poll(id)).status).toBe('failed');
  expect(await statusOf(`/queries/${id}/records`)).toBe(400);
});

test('#slow runs for a minute and #queued waits before it starts', async () => {
  const [slow, queued] = [await submit('#slow'), await submit('#queued')];
  const look = async () => [(await caller.poll(slow)).status, (await caller.poll(queued)).status];
  time += queuedMs - 1;
  expect(await look()).toEqual(['running', 'notStarted']);
  time += slowMs - queuedMs;
  expect(await look()).toEqual(['running', 'succeeded']);
  time += 1;
  expect(await look()).toEqual(['succeeded', 'succeeded']);
});

test('#cut-page breaks the third page off once', async () => {
  const id = await submit('#cut-page');
  await caller.poll(id);
  const third = (await addresses(id, 3))[2] ?? '';
  await expect((await caller.call(third)).json()).rejects.toThrow(SyntaxError);
  expect((await page(await caller.call(third))).value).toHaveLength(150);
});

test('#server-error answers a page in the middle with 500 and an empty code, twice', async () => {
  const id = await submit('#server-error');
  await caller.poll(id);
  const statuses: number[] = [];
  for (let next: string | undefined = `/queries/${id}/records?$top=1000`; next; ) {
    const response: Response = await caller.call(next);
    statuses.push(response.status);
    if (response.ok) next = (await page(response))['@odata.nextLink'];
    else expect(await response.json()).toMatchObject({ error: { code: '' } });
  }
  expect(statuses.filter((status) => status === 500)).toHaveLength(2);
  expect(statuses[0]).toBe(200);
});

test('#offline breaks the connection on the second page once', async () => {
  const id = await submit('#offline');
  await caller.poll(id);
  const second = (await addresses(id, 2))[1] ?? '';
  await expect(caller.call(second)).rejects.toThrow(TypeError);
  expect(await statusOf(second)).toBe(200);
});

test('#stalled stands still within the second page once', async () => {
  const id = await submit('#stalled');
  await caller.poll(id);
  const second = (await addresses(id, 2))[1] ?? '';
  const reader = (await caller.call(second)).body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  const more = reader?.read().then(() => 'more');
  expect(await Promise.race([more, new Promise((resolve) => setTimeout(() => resolve('nothing more'), 50))])).toBe(
    'nothing more',
  );
  expect(await statusOf(second)).toBe(200);
});

test('#limit cuts the results and says so', async () => {
  const { query, pages } = await caller.search({ displayName: '#limit' }, 1_000);
  expect(query).toMatchObject({
    status: 'succeeded',
    isRecordCountLimitExceeded: true,
    recordCountLimit: 1_000,
    approximateReturnedRecordCount: 3_000,
  });
  expect(pages.flat()).toHaveLength(1_000);
});

test('#empty finds nothing', async () => {
  const { query, pages } = await caller.search({ displayName: 'nothing here #empty' });
  expect(query.status).toBe('succeeded');
  expect(pages).toEqual([[]]);
});

test('#bad-records spoils a few records and leaves the others', async () => {
  const { pages } = await caller.search({ displayName: '#bad-records' }, 1_000);
  const records = pages.flat();
  const unreadable = records.filter((record) => !recordSchema.safeParse(record).success);
  expect(unreadable.length).toBeGreaterThan(50);
  expect(unreadable.length).toBeLessThan(90);
  expect(unreadable).toContain(null);
});

test('the same search fails at the same page every time', async () => {
  const attempt = async () => {
    const id = await submit('#server-error #cut-page');
    await caller.poll(id);
    const statuses: number[] = [];
    for (let next: string | undefined = `/queries/${id}/records?$top=9`; next && statuses.length < 8; ) {
      const response: Response = await caller.call(next);
      statuses.push(response.status);
      const text = await response.text();
      next = response.ok && text.endsWith(']}') ? pageSchema.parse(JSON.parse(text))['@odata.nextLink'] : next;
    }
    return statuses;
  };
  expect(await attempt()).toEqual(await attempt());
});

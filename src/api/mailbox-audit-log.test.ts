// The mailbox audit log against the mocked tenant: searches in the background, last accesses, and entries page by page.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiError } from '~/domain/errors/errors';
import { largestResultSize, type MailboxSearch, searchCommand } from '~/domain/mailbox-log/mailbox-search';
import { sampleMailboxSearch } from '~/domain/mailbox-log/mailbox-search.fixture';
import { hourMs } from '~/lib/time';
import { createMockedServer } from '~mocks/node';
import { createExchangeAdmin, type ExchangeAdmin } from './exchange-admin';
import { lastAccessesQuery, pendingSearchesQuery, readEntries, startMailboxSearch } from './mailbox-audit-log';

const start = Date.parse('2026-06-30T00:00:00Z');
let time = start;
const server = createMockedServer({ seed: 'mailboxes', records: 20_000, now: start, latency: 0.001, clock: () => time });
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const signal = AbortSignal.timeout(60_000);
const url = 'https://outlook.office365.com';
const exchange = createExchangeAdmin({ url, organization: 'contoso.com' }, 'ada.admin@contoso.com', async () => 'token');
const priya = 'priya.raman@contoso.com';

function search(change: Partial<MailboxSearch> = {}): MailboxSearch {
  return sampleMailboxSearch({
    way: 'background',
    name: 'Spring',
    mailboxes: [priya],
    logonTypes: ['Delegate', 'External'],
    operations: ['SendAs'],
    start: '2026-04-10T00:00:00.000Z',
    end: '2026-06-30T00:00:00.000Z',
    recipients: ['audit@contoso.com'],
    ...change,
  });
}

/** Calls a query the way React Query does. */
function run<Value>({ queryFn }: { queryFn?: unknown }): Promise<Value> {
  if (typeof queryFn !== 'function') throw new Error('these options have no query function');
  return queryFn({ signal });
}

test('a search in the background is listed with its criteria until it is finished', async () => {
  const started = await startMailboxSearch(exchange, search());
  expect(started).toMatchObject({ status: 'queued', startedAt: start, search: search() });
  expect(await run(pendingSearchesQuery(exchange))).toEqual([started]);
  time += 24 * hourMs;
  expect(await run(pendingSearchesQuery(exchange))).toEqual([]);
  time = start;
});

test('a search that is refused says why', async () => {
  const asked = startMailboxSearch(exchange, search({ mailboxes: ['nobody@contoso.com'] }));
  const error = await asked.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ facts: { serviceMessage: expect.stringContaining('nobody@contoso.com') } });
});

test('without details there is the last access to each mailbox', async () => {
  const now = search({ way: 'now', logonTypes: ['Admin', 'Delegate'], operations: [], showDetails: false });
  const accesses = await run(lastAccessesQuery(exchange, 'a', now));
  expect(accesses).toEqual([{ mailbox: priya, name: 'Priya Raman', at: expect.any(Number) }]);
});

test('a mailbox of which no address is printed goes by what there is', async () => {
  const answer = { MailboxGuid: 'd25f8e0b', MailboxResolvedOwnerName: 'CONTOSO\\anna', LastAccessed: '2026-06-29T10:00:00' };
  const printing: ExchangeAdmin = { run: async (_, output) => [output.parse(answer)] };
  expect(await run(lastAccessesQuery(printing, 'b', search({ way: 'now', showDetails: false })))).toEqual([
    { mailbox: 'd25f8e0b', name: 'CONTOSO\\anna', at: Date.UTC(2026, 5, 29, 10) },
  ]);
});

test('entries come in pages, the next one when it is wanted', async () => {
  const now = search({ way: 'now', mailboxes: [], logonTypes: ['Admin', 'Delegate', 'Owner'], operations: [] });
  const { parameters, ...command } = searchCommand({ ...now, resultSize: largestResultSize });
  const { Identity: _, ...everywhere } = parameters;
  const sizes: number[] = [];
  for await (const page of readEntries(exchange, { ...command, parameters: everywhere }, 'all', signal)) {
    sizes.push(page.length);
    if (sizes.length === 2) break;
  }
  expect(sizes[0]).toBe(1000);
  expect(sizes).toHaveLength(2);
});

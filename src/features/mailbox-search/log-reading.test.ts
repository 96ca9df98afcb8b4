import { expect, test } from 'vitest';
import type { PagedExchangeAdmin } from '~/api/exchange-admin';
import { ApiError } from '~/domain/errors/errors';
import type { MailboxSearch } from '~/domain/mailbox-log/mailbox-search';
import { sampleMailboxSearch } from '~/domain/mailbox-log/mailbox-search.fixture';
import { ColumnRecordSet } from '~/engine/door/column-record-set';
import { emptySet } from '~/engine/record-set';
import { createLogReading } from './log-reading';

const ada = 'ada@contoso.com';
const bob = 'bob@contoso.com';
const cleo = 'cleo@contoso.com';

function search(change: Partial<MailboxSearch> = {}): MailboxSearch {
  const recipients = ['audit@contoso.com'];
  const mailboxes = [ada, bob, cleo];
  return sampleMailboxSearch({ way: 'background', name: 'Case 12', mailboxes, logonTypes: ['Delegate'], recipients, ...change });
}

const entryOf = (mailbox: string, index: number) => ({
  Identity: `${mailbox} ${index}`,
  Operation: 'FolderBind',
  LogonType: 'Delegate',
  MailboxOwnerUPN: mailbox,
  LastAccessed: new Date(Date.UTC(2026, 10, 14) + index * 60_000).toISOString(),
});

/** Mailboxes with two pages of two entries each; what `fails` says is thrown, each time it is asked for. */
function exchangeWith(fails: (mailbox: string) => unknown = () => undefined) {
  const asked: string[] = [];
  const exchange: PagedExchangeAdmin = {
    run: () => Promise.reject(new Error('Nothing is read at once.')),
    async *pages({ parameters }, output, { signal }) {
      const mailbox = String(parameters['Identity']);
      asked.push(mailbox);
      const error = fails(mailbox);
      if (error) throw error;
      for (const from of [0, 2]) {
        signal?.throwIfAborted();
        yield [entryOf(mailbox, from), entryOf(mailbox, from + 1)].map((entry) => output.parse(entry));
      }
    },
  };
  return { exchange, asked };
}

function readingOf(asked: MailboxSearch, exchange: PagedExchangeAdmin) {
  const set = new ColumnRecordSet();
  const waits: number[] = [];
  const reading = createLogReading(set, {
    exchange,
    search: asked,
    allMailboxes: async () => [ada, bob],
    sleep: async (ms) => void waits.push(ms),
  });
  return { reading, set, waits };
}

test('reads every page of every mailbox', async () => {
  const { reading, set } = readingOf(search(), exchangeWith().exchange);
  await reading.resume();
  expect(reading.state.get()).toMatchObject({
    status: 'ended',
    mailboxCount: 3,
    mailboxesDone: 3,
    failed: [],
    cutShort: [],
  });
  expect(set.state.get()).toEqual({ ...emptySet, records: 12, coverage: 'complete' });
});

test('reads all mailboxes where none is named', async () => {
  const { exchange, asked } = exchangeWith();
  const { reading } = readingOf(search({ mailboxes: [] }), exchange);
  await reading.resume();
  expect(asked).toEqual([ada, bob]);
});

test('a mailbox that fails takes nothing away from the others, is named, and is read when asked again', async () => {
  let isBroken = true;
  const refusal = new ApiError('forbidden', { action: 'read the log' });
  const { exchange, asked } = exchangeWith((mailbox) => (isBroken && mailbox === bob ? refusal : undefined));
  const { reading, set } = readingOf(search(), exchange);
  await reading.resume();
  expect(reading.state.get()).toMatchObject({ failed: [{ mailbox: bob, error: refusal }] });
  expect(set.state.get()).toMatchObject({ records: 8, coverage: 'incomplete' });
  isBroken = false;
  await reading.resume();
  expect(asked).toEqual([ada, bob, cleo, bob]);
  expect(reading.state.get()).toMatchObject({ failed: [], mailboxesDone: 3, mailboxCount: 3 });
  expect(set.state.get()).toMatchObject({ records: 12, coverage: 'complete' });
});

test('what passes is waited for, as long as the service asks', async () => {
  const throttled = new ApiError('throttled', { action: 'read the log', retryAfterMs: 7000 });
  const errors: unknown[] = [throttled, new ApiError('server', { action: 'read the log' })];
  const { reading, set, waits } = readingOf(search({ mailboxes: [ada] }), exchangeWith(() => errors.shift()).exchange);
  await reading.resume();
  expect(waits).toEqual([7000, expect.any(Number)]);
  expect(reading.state.get()).toMatchObject({ failed: [] });
  expect(set.state.get()).toMatchObject({ records: 4 });
});

test('cancelled, it keeps what is there and goes on with what is left', async () => {
  const { exchange, asked } = exchangeWith();
  const { reading, set } = readingOf(search(), exchange);
  const stop = reading.state.subscribe(() => {
    if (reading.state.get().mailboxesDone === 1) reading.cancel();
  });
  await reading.resume();
  expect(reading.state.get()).toMatchObject({ status: 'cancelled', mailboxesDone: 1 });
  expect(set.state.get()).toMatchObject({ records: 4, coverage: 'incomplete' });
  stop();
  await reading.resume();
  expect(reading.state.get()).toMatchObject({ status: 'ended', mailboxesDone: 3 });
  expect(set.state.get()).toMatchObject({ records: 12, coverage: 'complete' });
  expect(new Set(asked)).toEqual(new Set([ada, bob, cleo]));
});

test('as many entries as were asked for may not be all', async () => {
  const now = search({ way: 'now', mailboxes: [ada] });
  const cut = readingOf({ ...now, resultSize: 4 }, exchangeWith().exchange).reading;
  await cut.resume();
  expect(cut.state.get().cutShort).toEqual([ada]);
  const whole = readingOf({ ...now, resultSize: 5 }, exchangeWith().exchange).reading;
  await whole.resume();
  expect(whole.state.get().cutShort).toEqual([]);
});

test('an entry that cannot be read is listed as it came', async () => {
  const { exchange } = exchangeWith();
  const odd: PagedExchangeAdmin = {
    ...exchange,
    async *pages(_, output) {
      yield [output.parse(entryOf(ada, 0)), output.parse({ nonsense: '<b>' })];
    },
  };
  const { reading, set } = readingOf(search({ mailboxes: [ada] }), odd);
  await reading.resume();
  expect(set.state.get()).toMatchObject({ records: 1, rejected: 1 });
  expect(await set.rejected()).toMatchObject([{ raw: expect.stringContaining('<b>') }]);
});

test('mailboxes that cannot be listed are said to be the reason', async () => {
  const error = new ApiError('offline', { action: 'read the mailboxes' });
  const reading = createLogReading(new ColumnRecordSet(), {
    exchange: exchangeWith().exchange,
    search: search({ mailboxes: [] }),
    allMailboxes: () => Promise.reject(error),
  });
  await reading.resume();
  expect(reading.state.get()).toMatchObject({ status: 'ended', error, mailboxesDone: 0 });
});

test('an entry that cannot be read is counted, also where it comes first, and costs no other', async () => {
  const exchange: PagedExchangeAdmin = {
    run: () => Promise.reject(new Error('Nothing is read at once.')),
    async *pages(_, output) {
      yield [{ LogonType: 'Delegate' }, null, entryOf(ada, 1), entryOf(ada, 2)].map((entry) => output.parse(entry));
    },
  };
  const { reading, set } = readingOf(search({ mailboxes: [ada] }), exchange);
  await reading.resume();
  expect(reading.state.get()).toMatchObject({ failed: [] });
  expect(set.state.get()).toMatchObject({ records: 2, duplicates: 0, rejected: 2 });
});

import { expect, test } from 'vitest';
import { ApiError, EngineError } from '~/domain/errors';
import type { Receipt, ResultSet } from '~/engine/result-set';
import { type Clock, createFill, type Fill, type FillSnapshot, type FillStatus, type PageSource } from './fill-result-set';

type Answer = Partial<Receipt> | Error;

/** A set that answers appends from a script; pages are their own path as bytes. */
function scripted(answers: Record<string, Answer[]>) {
  const asked: string[] = [];
  const answer = (path: string): Answer => {
    const answersLeft = answers[path] ?? [];
    return (answersLeft.length > 1 ? answersLeft.shift() : answersLeft[0]) ?? {};
  };
  const pages: PageSource = {
    first: '/1',
    async fetch(path) {
      asked.push(path);
      const next = answer(path);
      if (next instanceof ApiError) throw next;
      return new TextEncoder().encode(JSON.stringify(next instanceof EngineError ? { bad: next.message } : next));
    },
  };
  const append = async (bytes: Uint8Array): Promise<Receipt> => {
    const page = JSON.parse(new TextDecoder().decode(bytes));
    if (page.bad) throw new EngineError('bad-page', page.bad);
    return { added: 10, duplicates: 0, rejected: 0, nextLink: undefined, ...page };
  };
  // Only `append` is used while filling.
  const resultSet = { append } as ResultSet;
  return { asked, pages, resultSet };
}

function instantClock() {
  const slept: number[] = [];
  const clock: Clock = { now: () => 0, random: () => 0, sleep: async (ms) => void slept.push(ms) };
  return { slept, clock };
}

function until(fill: Fill, kind: FillStatus['kind']): Promise<FillSnapshot> {
  return new Promise((resolve) => {
    const check = () => {
      if (fill.getSnapshot().status.kind !== kind) return;
      stop();
      resolve(fill.getSnapshot());
    };
    const stop = fill.subscribe(check);
    check();
  });
}

const server = () => new ApiError('server', { action: 'read a page of records', status: 503 });

test('follows the links to the last page and counts what came', async () => {
  const { asked, pages, resultSet } = scripted({
    '/1': [{ nextLink: '/2', duplicates: 2 }],
    '/2': [{ nextLink: '/3', rejected: 1 }],
    '/3': [{}],
  });
  const fill = createFill(pages, resultSet, instantClock().clock);
  fill.resume();
  const { counts, pagesRead } = await until(fill, 'complete');
  expect(asked).toEqual(['/1', '/2', '/3']);
  expect(counts).toEqual({ records: 30, duplicates: 2, rejected: 1 });
  expect(pagesRead).toBe(3);
});

test('waits as long as the service asks', async () => {
  const throttled = new ApiError('throttled', { action: 'read a page of records', status: 429, retryAfterMs: 12_000 });
  const { asked, pages, resultSet } = scripted({ '/1': [throttled, {}] });
  const { clock, slept } = instantClock();
  const seen: FillStatus[] = [];
  const fill = createFill(pages, resultSet, clock);
  fill.subscribe(() => seen.push(fill.getSnapshot().status));
  fill.resume();
  await until(fill, 'complete');
  expect(slept).toEqual([12_000]);
  expect(asked).toEqual(['/1', '/1']);
  expect(seen).toContainEqual({ kind: 'waiting', page: 1, attempt: 2, until: 12_000, error: throttled });
});

test('asks again for the same page after a failure and after a page that is cut off, ever slower', async () => {
  const { asked, pages, resultSet } = scripted({
    '/1': [{ nextLink: '/2' }],
    '/2': [server(), new EngineError('bad-page', 'cut off'), server(), {}],
  });
  const { clock, slept } = instantClock();
  const fill = createFill(pages, resultSet, clock);
  fill.resume();
  const { counts } = await until(fill, 'complete');
  expect(asked).toEqual(['/1', '/2', '/2', '/2', '/2']);
  expect(slept).toEqual([1000, 2000, 4000]);
  expect(counts.records).toBe(20);
});

test('stops after six tries, and continuing loses nothing', async () => {
  const failures = Array.from({ length: 6 }, server);
  const { asked, pages, resultSet } = scripted({ '/1': [{ nextLink: '/2' }], '/2': [...failures, {}] });
  const fill = createFill(pages, resultSet, instantClock().clock);
  fill.resume();
  const { status, counts } = await until(fill, 'stopped');
  expect(status).toMatchObject({ page: 2 });
  expect(counts.records).toBe(10);
  expect(asked).toHaveLength(7);
  fill.resume();
  expect((await until(fill, 'complete')).counts.records).toBe(20);
});

test.each(['unauthorized', 'forbidden', 'not-found', 'bad-request'] as const)('a refusal (%s) is not repeated', async (kind) => {
  const { asked, pages, resultSet } = scripted({ '/1': [new ApiError(kind, { action: 'read a page of records' })] });
  const fill = createFill(pages, resultSet, instantClock().clock);
  fill.resume();
  await until(fill, 'stopped');
  expect(asked).toEqual(['/1']);
});

test('pauses between pages, resumes at the next one and can be cancelled', async () => {
  const { asked, pages, resultSet } = scripted({ '/1': [{ nextLink: '/2' }], '/2': [{ nextLink: '/3' }], '/3': [{}] });
  const fill = createFill(pages, resultSet, instantClock().clock);
  const stop = fill.subscribe(() => {
    if (fill.getSnapshot().pagesRead === 1) {
      stop();
      fill.pause();
    }
  });
  fill.resume();
  expect((await until(fill, 'paused')).counts.records).toBe(10);
  fill.cancel();
  expect(fill.getSnapshot().status.kind).toBe('cancelled');
  fill.resume();
  await until(fill, 'complete');
  expect(asked).toEqual(['/1', '/2', '/3']);
});

test('a pause ends a wait', async () => {
  const { pages, resultSet } = scripted({ '/1': [server()] });
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    sleep: (_, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  };
  const fill = createFill(pages, resultSet, clock);
  fill.resume();
  await until(fill, 'waiting');
  fill.pause();
  expect(fill.getSnapshot().status.kind).toBe('paused');
});

test('a page that is being taken in when paused is counted once, and the next run starts after it', async () => {
  const { asked, pages, resultSet } = scripted({ '/1': [{ nextLink: '/2' }], '/2': [{}] });
  const fill = createFill(pages, resultSet, instantClock().clock);
  fill.resume();
  fill.pause();
  fill.resume();
  const { counts } = await until(fill, 'complete');
  expect(counts.records).toBe(20);
  expect(asked.filter((path) => path === '/2')).toEqual(['/2']);
});

test('a service that points back to a page already read is not followed', async () => {
  const { asked, pages, resultSet } = scripted({ '/1': [{ nextLink: '/2' }], '/2': [{ nextLink: '/1' }] });
  const fill = createFill(pages, resultSet, instantClock().clock);
  fill.resume();
  const { status } = await until(fill, 'stopped');
  expect(status).toMatchObject({ error: { kind: 'invalid-response' } });
  expect(asked).toEqual(['/1', '/2']);
});

import { expect, test } from 'vitest';
import { ApiError } from '~/domain/errors/errors';
import { triesUnattended } from '~/domain/errors/retry';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import { emptySet } from '~/engine/record-set';
import { sleep } from '~/lib/sleep';
import { waitFor } from '~/lib/store';
import { type Clock, createFill, type Fill, type FillState, type FillStatus, type PageSource } from './fill-record-set';

/** What one request is answered with: ten records and a link, the text of a page, or a failure. */
type Answer = { readonly next?: string } | string | Error;

const recordsOf = (path: string) =>
  Array.from({ length: 10 }, (_, at) => ({ id: `${path} ${at}`, createdDateTime: '2024-01-02T03:04:05Z' }));

/** A service that answers each page from a script, the last answer again and again. */
function scripted(answers: Record<string, Answer[]>, more: Partial<PageSource> = {}) {
  const asked: string[] = [];
  const pages: PageSource = {
    first: '/1',
    expected: undefined,
    isCutShort: false,
    isPage: (link) => link.startsWith('/'),
    async fetch(path) {
      asked.push(path);
      const left = answers[path] ?? [];
      const answer = (left.length > 1 ? left.shift() : left[0]) ?? {};
      if (answer instanceof Error) throw answer;
      const page = {
        value: recordsOf(path),
        ...(typeof answer === 'object' && answer.next && { '@odata.nextLink': answer.next }),
      };
      return new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(page));
    },
    ...more,
  };
  return { asked, pages, set: new ArrayRecordSet() };
}

function instantClock() {
  const slept: number[] = [];
  const clock: Clock = { now: () => 0, random: () => 0, sleep: async (ms) => void slept.push(ms) };
  return { slept, clock };
}

function until<Kind extends FillStatus['kind']>(fill: Fill, kind: Kind) {
  type Reached = FillState & { readonly status: { readonly kind: Kind } };
  return waitFor(fill.state, (state): state is Reached => state.status.kind === kind);
}

const server = () => new ApiError('server', { action: 'read a page of records', status: 503 });
const refused = (kind: ConstructorParameters<typeof ApiError>[0]) => new ApiError(kind, { action: 'read a page of records' });

test('follows the links to the last page and counts what came', async () => {
  const { asked, pages, set } = scripted({
    '/1': [{ next: '/2' }],
    '/2': [{ next: '/3' }],
    '/3': [{}],
  });
  const fill = createFill(pages, set, instantClock());
  expect(set.state.get()).toMatchObject({ coverage: 'filling' });
  fill.resume();
  expect(await until(fill, 'complete')).toMatchObject({ pagesRead: 3 });
  expect(asked).toEqual(['/1', '/2', '/3']);
  expect(set.state.get()).toEqual({ ...emptySet, records: 30, coverage: 'complete' });
});

test('waits as long as the service asks', async () => {
  const throttled = new ApiError('throttled', { action: 'read a page of records', status: 429, retryAfterMs: 12_000 });
  const { asked, pages, set } = scripted({ '/1': [throttled, {}] });
  const { clock, slept } = instantClock();
  const seen: FillStatus[] = [];
  const fill = createFill(pages, set, { clock });
  fill.state.subscribe(() => seen.push(fill.state.get().status));
  fill.resume();
  await until(fill, 'complete');
  expect(slept).toEqual([12_000]);
  expect(asked).toEqual(['/1', '/1']);
  expect(seen).toContainEqual({ kind: 'waiting', page: 1, attempt: 2, until: 12_000, error: throttled });
});

test('asks again for the same page after a failure and after a page that is cut off, ever slower', async () => {
  const { asked, pages, set } = scripted({
    '/1': [{ next: '/2' }],
    '/2': [server(), '{"value":[', server(), {}],
  });
  const { clock, slept } = instantClock();
  const fill = createFill(pages, set, { clock });
  fill.resume();
  await until(fill, 'complete');
  expect(asked).toEqual(['/1', '/2', '/2', '/2', '/2']);
  expect(slept).toEqual([1000, 2000, 4000]);
  expect(set.state.get().records).toBe(20);
});

test('stops when the service stays away, and continuing loses nothing', async () => {
  const failures = Array.from({ length: triesUnattended }, server);
  const { asked, pages, set } = scripted({ '/1': [{ next: '/2' }], '/2': [...failures, {}] });
  const fill = createFill(pages, set, instantClock());
  fill.resume();
  expect((await until(fill, 'stopped')).status).toMatchObject({ page: 2, isDead: false });
  expect(set.state.get()).toMatchObject({ records: 10, coverage: 'incomplete' });
  expect(asked).toHaveLength(1 + triesUnattended);
  fill.resume();
  await until(fill, 'complete');
  expect(set.state.get()).toMatchObject({ records: 20, coverage: 'complete' });
});

test.each(['unauthorized', 'forbidden', 'not-found', 'bad-request'] as const)('a refusal (%s) is not repeated', async (kind) => {
  const { asked, pages, set } = scripted({ '/1': [refused(kind)] });
  const fill = createFill(pages, set, instantClock());
  fill.resume();
  expect((await until(fill, 'stopped')).status).toMatchObject({ isDead: false });
  expect(asked).toEqual(['/1']);
  expect(set.state.get()).toEqual({ ...emptySet, coverage: 'incomplete' });
});

test('pauses between pages, resumes at the next one and can be cancelled', async () => {
  const { asked, pages, set } = scripted({ '/1': [{ next: '/2' }], '/2': [{ next: '/3' }], '/3': [{}] });
  const fill = createFill(pages, set, instantClock());
  const stop = fill.state.subscribe(() => {
    if (fill.state.get().pagesRead === 1) {
      stop();
      fill.pause();
    }
  });
  fill.resume();
  await until(fill, 'paused');
  expect(set.state.get()).toMatchObject({ records: 10, coverage: 'filling' });
  fill.cancel();
  expect(fill.state.get().status.kind).toBe('cancelled');
  expect(set.state.get().coverage).toBe('incomplete');
  fill.resume();
  await until(fill, 'complete');
  expect(asked).toEqual(['/1', '/2', '/3']);
});

test('a pause ends a wait', async () => {
  const { pages, set } = scripted({ '/1': [server()] });
  const clock: Clock = { now: () => 0, random: () => 0, sleep: (_, signal) => sleep(60_000, signal) };
  const fill = createFill(pages, set, { clock });
  fill.resume();
  await until(fill, 'waiting');
  fill.pause();
  expect(fill.state.get().status.kind).toBe('paused');
});

test('a page that is being taken in when paused is counted once, and the next run starts after it', async () => {
  const { asked, pages, set } = scripted({ '/1': [{ next: '/2' }], '/2': [{}] });
  const fill = createFill(pages, set, instantClock());
  fill.resume();
  fill.pause();
  fill.resume();
  await until(fill, 'complete');
  expect(set.state.get()).toMatchObject({ records: 20, duplicates: 0 });
  expect(asked.filter((path) => path === '/2')).toEqual(['/2']);
});

// msgraph-sdk-powershell#1388: a link is refused for good, "Invalid Skip Token, skip token is null".
test.each([
  ['refused', refused('bad-request'), '/2'],
  ['gone', refused('not-found'), '/2'],
  ['to a page already read', {}, '/1'],
  ['to somebody else', {}, 'https://elsewhere.example/records'],
] as const)('a link that is %s is not asked for again: reading begins again and keeps what is there', async (_, answer, next) => {
  const { asked, pages, set } = scripted({ '/1': [{ next }, { next: '/3' }], '/2': [answer], '/3': [{}] });
  const fill = createFill(pages, set, instantClock());
  fill.resume();
  expect((await until(fill, 'stopped')).status).toMatchObject({ isDead: true });
  expect(set.state.get()).toMatchObject({ records: 10, coverage: 'incomplete' });
  const before = asked.length;
  fill.beginAgain();
  await until(fill, 'complete');
  expect(asked.slice(before)).toEqual(['/1', '/3']);
  expect(set.state.get()).toEqual({ ...emptySet, records: 20, duplicates: 10, coverage: 'complete' });
});

test('is not complete when the service itself counts many more', async () => {
  const short = scripted({}, { expected: 60 });
  const fill = createFill(short.pages, short.set, instantClock());
  fill.resume();
  expect((await until(fill, 'complete')).status).toEqual({ kind: 'complete', missing: 50 });
  expect(short.set.state.get()).toMatchObject({ records: 10, coverage: 'incomplete' });

  const near = scripted({}, { expected: 10 });
  const whole = createFill(near.pages, near.set, instantClock());
  whole.resume();
  expect((await until(whole, 'complete')).status).toEqual({ kind: 'complete', missing: 0 });
  expect(near.set.state.get()).toMatchObject({ coverage: 'complete' });
});

test('is not complete when the service cut the search short', async () => {
  const { pages, set } = scripted({}, { isCutShort: true });
  const fill = createFill(pages, set, instantClock());
  fill.resume();
  await until(fill, 'complete');
  expect(set.state.get().coverage).toBe('incomplete');
});

test('what is kept comes first, and filling goes on at the page behind it', async () => {
  const { asked, pages, set } = scripted({ '/1': [{ next: '/2' }], '/2': [{ next: '/3' }], '/3': [{}] });
  const marks: string[] = [];
  set.mark = (mark: string) => void marks.push(mark);
  const whole = createFill(pages, set, instantClock());
  whole.resume();
  await until(whole, 'complete');
  expect(marks).toHaveLength(3);

  for (const [at, mark] of marks.entries()) {
    asked.length = 0;
    const fill = createFill(pages, new ArrayRecordSet(), { ...instantClock(), open: async () => mark });
    fill.resume();
    expect(fill.state.get().status.kind).toBe('opening');
    expect((await until(fill, 'complete')).pagesRead).toBe(3);
    expect(asked).toEqual(['/2', '/3'].slice(at));
  }
});

test.each(['', 'no JSON', '{"pagesRead":"1"}', '{"pagesRead":1,"taken":2,"next":"https://elsewhere.example"}'])(
  'a mark that leads nowhere (%s) begins at the first page',
  async (mark) => {
    const { asked, pages, set } = scripted({ '/1': [{}] });
    const fill = createFill(pages, set, { ...instantClock(), open: async () => mark });
    fill.resume();
    await until(fill, 'complete');
    expect(asked).toEqual(['/1']);
  },
);

import { expect, test } from 'vitest';
import type { ResultView } from '~/domain/result-view';
import { type EnginePort, WorkerResultSet } from './client';
import { MemoryResultSet } from './memory-result-set';
import type { Reply, Request } from './protocol';
import type { ViewState } from './result-set';
import { serve } from './serve';

const whole: ResultView = { text: '', filters: [], sort: [] };
const encode = (text: string) => new TextEncoder().encode(text);
const page = (ids: readonly string[]) =>
  encode(
    `{"value":[${ids.map((id) => `{"id":"${id}","createdDateTime":"2024-01-01T00:00:00Z","auditData":{"Note":"text of ${id}"}}`)}]}`,
  );

/** A worker's two ends in one thread; everything that crosses is copied or transferred as between threads. */
function connect() {
  const listeners = new Map<string, (event: { data: Reply; message?: string }) => void>();
  const receive = serve(new MemoryResultSet(), (reply, transfer) => {
    const data: Reply = structuredClone(reply, { transfer });
    queueMicrotask(() => listeners.get('message')?.({ data }));
  });
  const port: EnginePort = {
    postMessage: (request: Request, transfer) => {
      const copy = request.call === 'open' ? request : structuredClone(request, { transfer });
      queueMicrotask(() => void receive(copy));
    },
    // Both overloads come down to a name and something to call.
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as () => void),
    terminate: () => undefined,
  };
  const crash = () =>
    listeners.get('error')?.({ data: { number: 0, failure: { kind: 'crashed', message: '' } }, message: 'out of luck' });
  return { resultSet: new WorkerResultSet(port), crash };
}

test('answers every call as the result set in the worker does', async () => {
  const { resultSet } = connect();
  const bytes = page(['a', 'b', 'c']);
  expect(await resultSet.append(bytes)).toEqual({ added: 3, duplicates: 0, rejected: 0, nextLink: undefined });
  expect(bytes.byteLength).toBe(0);
  const { viewId, rowCount } = await resultSet.view({ ...whole, sort: [{ field: 'id', descending: true }] });
  expect(rowCount).toBe(3);
  expect((await resultSet.rows(viewId, 0, 2, ['path:Note'])).map(({ values }) => values)).toEqual([
    { 'path:Note': 'text of c' },
    { 'path:Note': 'text of b' },
  ]);
  expect(await resultSet.position(viewId, 'b')).toBe(1);
  expect(await resultSet.position(viewId, 'z')).toBeUndefined();
  expect(await resultSet.facet(viewId, 'path:Note', 1)).toEqual([{ value: 'text of a', count: 1 }]);
  const notes = { by: ['path:Note'], measures: { ids: { field: 'id' } } } as const;
  const time = Date.UTC(2024, 0, 1);
  expect(await resultSet.group(viewId, notes, 1, 1)).toEqual({
    groupCount: 3,
    groups: [
      {
        key: ['text of b'],
        count: 1,
        first: time,
        last: time,
        tallies: { ids: { count: 1, occasions: 1, values: ['b'], distinct: 1, first: time, last: time } },
      },
    ],
  });
  expect((await resultSet.histogram(viewId, 2)).counts).toEqual([3, 0]);
  expect(await resultSet.record(0)).toMatchObject({ recordId: 'a', auditData: '{"Note":"text of a"}' });
  expect(await resultSet.rejected()).toEqual([]);
});

test('tells of growth after the answer', async () => {
  const { resultSet } = connect();
  await resultSet.append(page(['a', 'b']));
  const states: ViewState[] = [];
  const first = await resultSet.view({ ...whole, text: 'text of b' }, (state) => states.push(state));
  expect([first, ...states].at(-1)).toMatchObject({ rowCount: 1, searched: 2, outOf: 2 });
});

test('a view asked for while another is made rejects the other as superseded', async () => {
  const { resultSet } = connect();
  await resultSet.append(page(['a', 'b']));
  const states: ViewState[] = [];
  const older = expect(resultSet.view(whole, (state) => states.push(state))).rejects.toMatchObject({ kind: 'superseded' });
  expect(await resultSet.view(whole)).toMatchObject({ rowCount: 2 });
  await older;
  expect(states).toEqual([]);
});

test('errors keep their kind', async () => {
  const { resultSet } = connect();
  await expect(resultSet.append(encode('{"value":['))).rejects.toMatchObject({ name: 'EngineError', kind: 'bad-page' });
  await expect(resultSet.rows(99, 0, 1, [])).rejects.toMatchObject({ kind: 'superseded' });
  await expect(resultSet.open(new File(['a,b\n1,2'], 'x.csv'))).rejects.toMatchObject({ kind: 'not-an-audit-log' });
});

test('streams an export by pulling, and passes its failure on', async () => {
  const { resultSet } = connect();
  await resultSet.append(page(['a', 'b']));
  const { viewId } = await resultSet.view(whole);
  const text = await new Response(
    resultSet.export(viewId, { kind: 'columns', bom: false, fields: ['id'], timeZone: 'utc' }),
  ).text();
  expect(text).toBe('Record ID\r\na\r\nb\r\n');
  await expect(resultSet.export(99, { kind: 'purview', bom: false }).getReader().read()).rejects.toMatchObject({
    kind: 'superseded',
  });
  await resultSet.export(viewId, { kind: 'purview', bom: false }).cancel();
});

test('opens a file with progress, and stops when told to', async () => {
  const { resultSet } = connect();
  const file = new File(['CreationDate,UserIds,Operations,AuditData\n2024-01-01,u,Send,"{""Id"":""x""}"\n'], 'x.csv');
  const seen: number[] = [];
  expect(await resultSet.open(file, { onProgress: ({ bytesRead }) => seen.push(bytesRead) })).toMatchObject({ added: 1 });
  expect(seen).toEqual([file.size]);
  const controller = new AbortController();
  const opened = resultSet.open(file, { signal: controller.signal });
  controller.abort();
  await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
});

test('a crash rejects what waits and what comes later', async () => {
  const { resultSet, crash } = connect();
  const waiting = expect(resultSet.view(whole)).rejects.toMatchObject({ kind: 'crashed', message: 'out of luck' });
  crash();
  await waiting;
  await expect(resultSet.rejected()).rejects.toMatchObject({ kind: 'crashed' });
});

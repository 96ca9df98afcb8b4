// What is true of a set behind a worker beyond what every record set promises.

import { expect, test } from 'vitest';
import type { ViewState } from '~/engine/record-set';
import { connect, pageOf, plainRecord, wholeView } from '~/engine/record-sets.fixture';
import { allFound } from './all-found';

test('takes a page over', async () => {
  const { set } = connect();
  const bytes = pageOf([plainRecord('a')]);
  expect(await set.page(bytes)).toMatchObject({ added: 1 });
  expect(bytes.byteLength).toBe(0);
});

test('tells every state of a view until all rows are found', async () => {
  const { set } = connect();
  await set.page(pageOf(['a', 'b'].map((id) => plainRecord(id, `,"auditData":{"Note":"text of ${id}"}`))));
  const view = set.open({ ...wholeView, text: 'text of b' });
  const states: ViewState[] = [view.state.get()];
  view.state.subscribe(() => states.push(view.state.get()));
  await allFound(view);
  expect(states[0]).toEqual({ status: 'opening' });
  expect(states.at(-1)).toEqual({ status: 'open', rowCount: 1, searched: 2, outOf: 2 });
});

test('errors keep their kind', async () => {
  const { set } = connect();
  await expect(set.page(new TextEncoder().encode('{"value":['))).rejects.toMatchObject({ name: 'EngineError', kind: 'bad-page' });
  await expect(set.file(new File(['a,b\n1,2'], 'x.csv'))).rejects.toMatchObject({ kind: 'not-an-audit-log' });
});

test('streams an export by pulling, and stops when nobody wants it', async () => {
  const { set } = connect();
  await set.page(pageOf([plainRecord('a'), plainRecord('b')]));
  const view = set.open(wholeView);
  const text = await new Response(
    view.export({ kind: 'columns', bom: false, columns: [{ field: 'id', label: 'Record ID' }], timeZone: 'utc' }),
  ).text();
  expect(text).toBe('Record ID\r\na\r\nb\r\n');
  await view.export({ kind: 'purview', bom: false }).cancel();
});

test('opens a file with progress, and stops when told to', async () => {
  const { set } = connect();
  const file = new File(['CreationDate,UserIds,Operations,AuditData\n2024-01-01,u,Send,"{""Id"":""x""}"\n'], 'x.csv');
  const seen: number[] = [];
  expect(await set.file(file, { onProgress: ({ bytesRead }) => seen.push(bytesRead) })).toMatchObject({ added: 1 });
  expect(seen).toEqual([file.size]);
  const controller = new AbortController();
  const opened = set.file(file, { signal: controller.signal });
  controller.abort();
  await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
});

test('a crash fails what waits, what comes later and the views, and nothing more is coming', async () => {
  const { set, crash } = connect();
  await set.page(pageOf([plainRecord('a')]));
  const [open, opening] = [set.open(wholeView), set.open(wholeView)];
  const waiting = expect(opening.rows(0, 1, [])).rejects.toMatchObject({ kind: 'crashed', message: 'out of luck' });
  await allFound(open);
  crash();
  await waiting;
  await expect(open.rows(0, 1, [])).rejects.toMatchObject({ kind: 'crashed' });
  await expect(set.rejected()).rejects.toMatchObject({ kind: 'crashed' });
  expect(set.open(wholeView).state.get()).toEqual({ status: 'opening' });
  await expect(allFound(set.open(wholeView))).rejects.toMatchObject({ kind: 'crashed' });
  expect(set.state.get()).toMatchObject({ records: 1, coverage: 'incomplete' });
});

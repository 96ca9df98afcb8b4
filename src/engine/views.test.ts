import { expect, test } from 'vitest';
import type { ResultView } from '~/domain/result-view';
import { MemoryResultSet } from './memory-result-set';

const whole: ResultView = { text: '', filters: [], sort: [] };
const good = (id: string, more = '') => `{"id":"${id}","createdDateTime":"2024-01-02T03:04:05Z"${more}}`;
const page = (raws: readonly string[]) => new TextEncoder().encode(`{"value":[${raws}]}`);

async function filled(raws: readonly string[]): Promise<MemoryResultSet> {
  const resultSet = new MemoryResultSet();
  await resultSet.append(page(raws));
  return resultSet;
}

test('a newer view supersedes the one being made, and the last two stay readable', async () => {
  const resultSet = await filled([good('a'), good('b')]);
  const first = await resultSet.view(whole);
  const old = expect(resultSet.view(whole)).rejects.toMatchObject({ kind: 'superseded' });
  const second = await resultSet.view(whole);
  await old;
  expect(await resultSet.rows(first.viewId, 0, 10, [])).toHaveLength(2);
  await resultSet.view(whole);
  await expect(resultSet.rows(first.viewId, 0, 10, [])).rejects.toMatchObject({ kind: 'superseded' });
  expect(await resultSet.rows(second.viewId, 1, 10, [])).toHaveLength(1);
});

test('a view superseded while it reads raw records says nothing more', async () => {
  const resultSet = await filled([good('a', ',"auditData":{"X":"needle"}'), good('b')]);
  // As slow as a disk: long enough for a view to be due, and for another to be asked for meanwhile.
  const read = Blob.prototype.arrayBuffer;
  const file = new File(['CreationDate,UserIds,Operations,AuditData\n2024-01-01,u,Send,"{""Id"":""c""}"\n'], 'c.csv');
  await resultSet.open(file);
  let reading: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => {
    reading = resolve;
  });
  Blob.prototype.arrayBuffer = async function slowly() {
    reading?.();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return read.call(this);
  };
  try {
    const older = expect(resultSet.view({ ...whole, text: 'needle' })).rejects.toMatchObject({ kind: 'superseded' });
    await begun;
    const newer = await resultSet.view(whole);
    await older;
    const newest = await resultSet.view(whole);
    expect(await resultSet.rows(newer.viewId, 0, 10, [])).toHaveLength(3);
    expect(await resultSet.rows(newest.viewId, 0, 10, [])).toHaveLength(3);
  } finally {
    Blob.prototype.arrayBuffer = read;
  }
});

test('a view does not change while records arrive', async () => {
  const resultSet = await filled([good('a'), good('b')]);
  const { viewId } = await resultSet.view(whole);
  await resultSet.append(page([good('c')]));
  expect(await resultSet.rows(viewId, 0, 10, [])).toHaveLength(2);
  expect(await resultSet.view(whole)).toMatchObject({ rowCount: 3, outOf: 3 });
});

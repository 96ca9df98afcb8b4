// A set that is kept, from the outside: filled, given up at some point, and opened again by another.

import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { facetOf, pageOf, plainRecord, wholeView } from '~/engine/record-sets.fixture';
import { Journal } from '~/engine/store/journal';
import { MemoryFile } from '~/engine/store/memory-file.fixture';
import { ColumnRecordSet } from './column-record-set';

const noLimit = Number.POSITIVE_INFINITY;

/** A set whose place holds this file, and what deletes it. */
function setOn(file: MemoryFile, isReadOnly = false) {
  let onDeleted = () => {};
  const set = new ColumnRecordSet(auditLog, async (_place, _about, tell) => {
    onDeleted = tell;
    return { file, isReadOnly };
  });
  return { set, deleted: () => onDeleted(), keep: (limit = noLimit) => set.keep(['here'], '', limit) };
}

function pageWith(...ids: readonly string[]): Uint8Array {
  return pageOf(ids.map((id) => plainRecord(id)));
}

/** Once everything up to here is written. */
async function writtenIn(file: MemoryFile, before = 0): Promise<number> {
  await expect.poll(() => file.confirmed, { timeout: 5000 }).toBeGreaterThan(before);
  return file.confirmed;
}

async function idsIn(set: ColumnRecordSet): Promise<string[]> {
  const rows = await set.open(wholeView).rows(0, 1000, ['id']);
  return rows.flatMap(({ values }) => values.id ?? []).sort();
}

test('a set that is opened again has the records and the mark of the last time, and goes on', async () => {
  const file = new MemoryFile();
  const first = setOn(file);
  expect(await first.keep()).toBeUndefined();
  await first.set.page(pageWith('a', 'b'));
  first.set.mark('one');
  const before = await writtenIn(file);
  await first.set.page(pageWith('b', 'c'));
  first.set.mark('two');
  await writtenIn(file, before);
  expect(first.set.state.get().kept).toEqual({ kind: 'kept', bytes: file.confirmed });
  first.set.dispose();

  const again = setOn(file);
  expect(await again.keep()).toBe('two');
  expect(await idsIn(again.set)).toEqual(['a', 'b', 'c']);
  expect(again.set.state.get()).toMatchObject({ records: 3, duplicates: 1, kept: { kind: 'kept' } });
  await again.set.page(pageWith('c', 'd'));
  expect(again.set.state.get()).toMatchObject({ records: 4, duplicates: 2 });
});

test('a page without a mark is not kept: nobody would know how to go on from it', async () => {
  const file = new MemoryFile();
  const { set, keep } = setOn(file);
  await keep();
  await set.page(pageWith('a'));
  set.mark('one');
  await writtenIn(file);
  await set.page(pageWith('b'));
  set.dispose();
  const again = setOn(file);
  expect(await again.keep()).toBe('one');
  expect(await idsIn(again.set)).toEqual(['a']);
});

test('a set that is there already is kept from then on, in place of what was kept', async () => {
  const file = new MemoryFile();
  const old = setOn(file);
  await old.keep();
  await old.set.page(pageWith('z'));
  old.set.mark('old');
  await writtenIn(file);
  old.set.dispose();

  const { set, keep } = setOn(file);
  await set.page(pageWith('a', 'b'));
  set.mark('one');
  expect(await keep()).toBe('one');
  await writtenIn(file);
  set.dispose();
  const again = setOn(file);
  expect(await again.keep()).toBe('one');
  expect(await idsIn(again.set)).toEqual(['a', 'b']);
});

test('columns by path that somebody has asked for are none of what is kept', async () => {
  const file = new MemoryFile();
  const { set, keep } = setOn(file);
  const noted = (id: string) => plainRecord(id, `,"auditData":{"Note":"of ${id}"}`);
  await set.page(pageOf([noted('a'), noted('b')]));
  expect(await facetOf(set.open(wholeView), 'path:Note')).toHaveLength(2);
  set.mark('one');
  await keep();
  await writtenIn(file);
  set.dispose();
  const again = setOn(file);
  await facetOf(again.set.open(wholeView), 'path:Other');
  expect(await again.keep()).toBe('one');
  expect(await facetOf(again.set.open(wholeView), 'path:Note')).toEqual([
    { value: 'of a', count: 1 },
    { value: 'of b', count: 1 },
  ]);
});

test('what was read of a file that is given up is kept', async () => {
  const file = new MemoryFile();
  const { set, keep } = setOn(file);
  await keep();
  set.mark('reading');
  const before = await writtenIn(file);
  const log = ['a', 'b', 'c'].map((id) => `{"Id":"${id}","CreationTime":"2026-01-02T03:04:05","Operation":"Send"}`).join('\n');
  await set.file(new File([log], 'log.jsonl'));
  await writtenIn(file, before);
  set.dispose();
  const again = setOn(file);
  expect(await again.keep()).toBe('reading');
  expect(await idsIn(again.set)).toEqual(['a', 'b', 'c']);
});

test('where there is no more room, the set goes on, and what was kept until then can be opened', async () => {
  const file = new MemoryFile();
  const { set, keep } = setOn(file);
  await keep(10);
  await set.page(pageWith('a'));
  set.mark('one');
  await expect.poll(() => set.state.get().kept.kind).toBe('full');
  await set.page(pageWith('b'));
  set.mark('two');
  expect(await idsIn(set)).toEqual(['a', 'b']);
  const again = setOn(file);
  expect(await again.keep()).toBe('one');
  expect(await idsIn(again.set)).toEqual(['a']);
});

test('another tab gets what is kept and writes nothing', async () => {
  const file = new MemoryFile();
  const first = setOn(file);
  await first.keep();
  await first.set.page(pageWith('a'));
  first.set.mark('one');
  const before = await writtenIn(file);
  const other = setOn(file, true);
  expect(await other.keep()).toBe('one');
  expect(other.set.state.get()).toMatchObject({ records: 1, kept: { kind: 'elsewhere' } });
  await other.set.page(pageWith('b'));
  other.set.mark('two');
  expect(await idsIn(other.set)).toEqual(['a', 'b']);
  expect(file.confirmed).toBe(before);
});

test('nothing is written any more once what is kept was deleted', async () => {
  const file = new MemoryFile();
  const { set, keep, deleted } = setOn(file);
  await keep();
  await set.page(pageWith('a'));
  set.mark('one');
  const before = await writtenIn(file);
  deleted();
  expect(set.state.get().kept).toEqual({ kind: 'deleted' });
  await set.page(pageWith('b'));
  set.mark('two');
  expect(await idsIn(set)).toEqual(['a', 'b']);
  expect(file.confirmed).toBe(before);
});

test('what this version cannot read is begun anew', async () => {
  const file = new MemoryFile();
  new Journal(file).add(
    Uint8Array.from({ length: 64 }, (_, at) => at),
    true,
  );
  const { set, keep } = setOn(file);
  expect(await keep()).toBeUndefined();
  await set.page(pageWith('a'));
  set.mark('one');
  await writtenIn(file);
  const again = setOn(file);
  expect(await again.keep()).toBe('one');
  expect(await idsIn(again.set)).toEqual(['a']);
});

test('what can be read only in part is begun anew as a whole', async () => {
  const file = new MemoryFile();
  const first = setOn(file);
  await first.keep();
  await first.set.page(pageWith('a'));
  first.set.mark('one');
  await writtenIn(file);
  first.set.dispose();
  const journal = new Journal(file);
  for (const _ of journal.entries());
  journal.add(
    Uint8Array.from({ length: 64 }, (_, at) => at),
    true,
  );
  const { set, keep } = setOn(file);
  expect(await keep()).toBeUndefined();
  expect(set.state.get()).toMatchObject({ records: 0, kept: { kind: 'kept' } });
  await set.page(pageWith('b'));
  expect(await idsIn(set)).toEqual(['b']);
});

test('where the browser has no place, everything else works, and the set says so', async () => {
  const set = new ColumnRecordSet();
  expect(await set.keep(['here'], '', noLimit)).toBeUndefined();
  expect(set.state.get().kept).toEqual({ kind: 'failed', bytes: 0 });
  await set.page(pageWith('a'));
  set.mark('one');
  expect(await idsIn(set)).toEqual(['a']);
});

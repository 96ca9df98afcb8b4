import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { upgrade } from './browser-store';
import { createFileStore } from './file-store';
import { readQueryBody } from './handlers/query-body';
import type { Change } from './tenant/change';

const change = (id: string): Change => ({
  id,
  at: 1,
  historyEnd: 1,
  by: 'ada.admin@contoso.com',
  cmdlet: 'Set-IRMConfiguration',
  target: 'x',
  parameters: { EnablePortalTrackingLogs: false },
});

const body = readQueryBody({});
if (!body) throw new Error('A query without filters is a query.');
const search = { id: 'x', createdAt: 1, body, tenant: { seed: 'a', records: 1, now: 1 } };

test('a file keeps searches and changes, in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mocked-tenant-'));
  const path = join(folder, 'state.json');
  const first = await createFileStore(path);
  await first.searches.put(search);
  for (const id of ['b', 'a', 'c']) await first.changes.add(change(id));
  const again = await createFileStore(path);
  expect(await again.searches.list()).toEqual([search]);
  expect((await again.changes.list()).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  rmSync(folder, { recursive: true });
});

test('a file from before there were changes is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mocked-tenant-'));
  const path = join(folder, 'searches.json');
  writeFileSync(path, JSON.stringify([search]));
  const store = await createFileStore(path);
  expect(await store.searches.list()).toEqual([search]);
  expect(await store.changes.list()).toEqual([]);
  await store.changes.add(change('a'));
  expect(await (await createFileStore(path)).searches.list()).toEqual([search]);
  rmSync(folder, { recursive: true });
});

test('a database is made with both stores, and an older one keeps its searches', () => {
  const made = (existing: readonly string[]) => {
    const names: string[] = [];
    const has = new Set(existing);
    const database = {
      objectStoreNames: { contains: (name: string) => has.has(name) },
      createObjectStore: (name: string) => names.push(name),
    };
    upgrade(database);
    return names;
  };
  expect([made([]), made(['searches']), made(['searches', 'changes'])]).toEqual([['searches', 'changes'], ['changes'], []]);
});

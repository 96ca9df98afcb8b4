// Sets in the private file system of a real browser, written by real workers.

import { expect, test } from 'vitest';
import { auditLog } from '~/domain/catalogue/audit-log-catalogue';
import { createRecordSet } from '~/engine/door/worker-record-set';
import { createRecordSets, type HeldRecordSet } from './held-record-sets';
import { createKeptSets } from './kept-sets';

const sets = createRecordSets(createRecordSet, 10);
let made = 0;
const held = () => sets.hold(`kept ${++made}`, auditLog);
const kept = createKeptSets('a tenant', `${crypto.randomUUID()}@example.com`);

const recordsInPage = 50;

function pageOf(number: number): Uint8Array<ArrayBuffer> {
  const value = Array.from({ length: recordsInPage }, (_, at) => ({
    id: `${number}-${at}`,
    createdDateTime: '2026-11-01T10:00:00Z',
    operation: 'Send',
    auditData: { Item: { Subject: `of page ${number}` } },
  }));
  return new TextEncoder().encode(JSON.stringify({ value }));
}

async function takePage(number: number, { intake }: HeldRecordSet): Promise<void> {
  await intake.page(pageOf(number));
  intake.mark(String(number));
}

async function untilWritten({ set }: HeldRecordSet): Promise<void> {
  await expect.poll(() => set.state.get().kept).toMatchObject({ kind: 'kept', bytes: expect.toSatisfy((bytes) => bytes > 0) });
}

test('Whenever its worker is ended, a set that is opened again has the records of its mark, and goes on from there', async () => {
  let mark = 0;
  for (let round = 0; round < 8; round++) {
    const set = held();
    const opened = Number((await kept.keep('killed', 'Killed', set)) ?? 0);
    expect(opened).toBeGreaterThanOrEqual(mark);
    expect(set.set.state.get().records).toBe(opened * recordsInPage);
    mark = opened;
    // Some rounds are ended while something is written, others between.
    const last = mark + 1 + Math.floor(Math.random() * 40);
    for (let page = mark + 1; page <= last; page++) await takePage(page, set);
    sets.release(set.key);
  }
  expect(mark).toBeGreaterThan(0);
});

test('Two workers share a set: one writes, the other has what is there, and whoever comes later has all', async () => {
  const [first, second, third] = [held(), held(), held()];
  await kept.keep('shared', 'Shared', first);
  await takePage(1, first);
  await untilWritten(first);
  expect(await kept.keep('shared', 'Shared', second)).toBe('1');
  expect(second.set.state.get()).toMatchObject({ records: recordsInPage, kept: { kind: 'elsewhere' } });
  await takePage(2, second);
  sets.release(first.key);
  expect(await kept.keep('shared', 'Shared', third)).toBe('1');
  await takePage(2, third);
  expect(third.set.state.get()).toMatchObject({ records: 2 * recordsInPage, kept: { kind: 'kept' } });
});

test('What is kept is listed for its own account, and is gone once it is deleted, also while it is written', async () => {
  const own = createKeptSets('a tenant', `${crypto.randomUUID()}@example.com`);
  const set = held();
  await own.keep('search ../*', 'With “quotes” and / signs', set);
  await takePage(1, set);
  await untilWritten(set);
  expect(await own.list()).toMatchObject([{ key: 'search ../*', title: 'With “quotes” and / signs' }]);
  expect(await createKeptSets('a tenant', 'somebody.else@example.com').list()).toEqual([]);
  await own.delete('search ../*');
  expect(await own.list()).toEqual([]);
  await expect.poll(() => set.set.state.get().kept.kind).toBe('deleted');
  await takePage(2, set);
  expect(set.set.state.get().records).toBe(2 * recordsInPage);

  const another = held();
  await own.keep('search 2', 'Another', another);
  await takePage(1, another);
  await untilWritten(another);
  await own.deleteAll();
  expect(await own.list()).toEqual([]);
});

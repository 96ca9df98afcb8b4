// Kept work in the database of a real browser.

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { type MarkedRecord, nothingKept } from '~/domain/casework/kept-work';
import { addRecords, deleteCase, editMarks, newCase, putCase } from '~/domain/casework/work-changes';
import { type Casework, createCasework } from './casework';

let tenant: string;
beforeEach(() => {
  tenant = crypto.randomUUID();
});

const record = (recordId: string): MarkedRecord => ({ recordId, time: 5, summary: `Record ${recordId}`, address: undefined });
const star = (...ids: string[]) => editMarks(ids.map(record), () => ({ starred: true }), 1);
const note = (text: string) => editMarks([record('a')], () => ({ note: text }), 1);

/** A page of the tenant, read; left when the test is over. */
async function open(of = tenant): Promise<Casework> {
  const casework = createCasework(of);
  onTestFinished(casework.close);
  casework.state.subscribe(() => {});
  await casework.flush();
  return casework;
}

const marked = ({ state }: Casework) => [...state.get().work.marks.keys()];
const problem = ({ state }: Casework) => state.get().problem?.kind;

test('what is changed is there after a reload, under hostile names too', async () => {
  const before = await open();
  const entry = newCase('Case', 2);
  before.change(star('a', '__proto__'));
  before.change(putCase(entry));
  before.change(addRecords(entry.id, [record('b')], 3));
  await before.flush();
  before.close();
  const after = await open();
  expect(after.state.get()).toMatchObject({ isRead: true, problem: undefined, unreadable: 0 });
  expect(marked(after)).toEqual(['__proto__', 'a', 'b']);
  expect(after.state.get().work.cases.get(entry.id)).toEqual({ ...entry, recordIds: ['b'] });
});

test('a change is shown before it is written, also before anything has been read', async () => {
  (await open()).change(star('a'));
  const casework = createCasework(tenant);
  onTestFinished(casework.close);
  casework.change(star('b'));
  expect(marked(casework)).toEqual(['b']);
  await expect.poll(() => marked(casework)).toEqual(['a', 'b']);
});

test('a transaction that is ended half way leaves nothing, and what was asked for is written with the next', async () => {
  const casework = await open();
  casework.change(star('before'));
  await casework.flush();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementation(function (this: IDBObjectStore, value: unknown) {
    if (put.mock.calls.length > 3) this.transaction.abort();
    return putReally.call(this, value);
  });
  const ids = ['1', '2', '3', '4', '5'];
  casework.change(star(...ids));
  await casework.flush();
  put.mockRestore();
  expect(problem(casework)).toBe('failed');
  expect(marked(casework)).toEqual(['before', ...ids]);
  expect(marked(await open())).toEqual(['before']);
  await casework.flush();
  expect(problem(casework)).toBeUndefined();
  expect(marked(await open())).toEqual([...ids, 'before']);
});
const putReally = IDBObjectStore.prototype.put;

test('a page that is killed while it writes leaves all of it or nothing', async () => {
  const ids = Array.from({ length: 400 }, (_, number) => String(number));
  for (let round = 0; round < 6; round++) {
    const own = `${tenant} ${round}`;
    const frame = document.body.appendChild(document.createElement('iframe'));
    const doomed = await pageIn(frame, own);
    doomed.change(star(...ids));
    // Some are ended before anything was asked for, others while it is written or after.
    await new Promise((resolve) => setTimeout(resolve, round * 8));
    frame.remove();
    expect([0, ids.length]).toContain(marked(await open(own)).length);
  }
});

/** The same module in a realm of its own, as another tab would have it. */
async function pageIn(frame: HTMLIFrameElement, of: string): Promise<Casework> {
  const script = frame.contentDocument?.createElement('script');
  if (!script) throw new Error('the frame has no document');
  script.type = 'module';
  const url = new URL('./casework.ts', import.meta.url).href;
  script.textContent = `import { createCasework } from ${JSON.stringify(url)}; parent.dispatchEvent(new CustomEvent('page', { detail: createCasework(${JSON.stringify(of)}) }));`;
  return new Promise((resolve) => {
    // What the frame's script says is what this test made it say.
    window.addEventListener('page', (event) => resolve((event as CustomEvent<Casework>).detail), { once: true });
    frame.contentDocument?.body.append(script);
  });
}

test('what is being typed is written soon, and at once when the page is left', async () => {
  const casework = await open();
  casework.type(note('ty'));
  casework.type(note('typed'));
  expect(casework.state.get().work.marks.get('a')?.note).toBe('typed');
  await expect.poll(async () => (await open()).state.get().work.marks.get('a')?.note).toBe('typed');
  casework.type(note('typed last'));
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
  casework.close();
  expect((await open()).state.get().work.marks.get('a')?.note).toBe('typed last');
});

test('two pages of a tenant follow each other, and neither loses what it has not written yet', async () => {
  const [one, other] = [await open(), await open()];
  one.change(star('a'));
  await expect.poll(() => marked(other)).toEqual(['a']);
  other.type(note('of the other'));
  one.change(editMarks([record('a')], ({ tags }) => ({ tags: [...tags, 'of one'] }), 2));
  for (const page of [one, other])
    await expect
      .poll(() => page.state.get().work.marks.get('a'))
      .toMatchObject({ starred: true, note: 'of the other', tags: ['of one'] });
});

test('tenants are apart', async () => {
  const [one, other] = [await open('one of two'), await open('other of two')];
  one.change(star('a'));
  await one.flush();
  await other.flush();
  expect(other.state.get().work).toEqual(nothingKept);
  expect(marked(await open('other of two'))).toEqual([]);
});

test('a change can be taken back, also after a reload of what it left', async () => {
  const casework = await open();
  const entry = newCase('Case', 1);
  casework.change(putCase(entry));
  casework.change(addRecords(entry.id, [record('a')], 2));
  await casework.flush();
  const undo = casework.change(deleteCase(entry.id));
  await casework.flush();
  expect(casework.state.get().work).toEqual(nothingKept);
  casework.change(undo);
  await casework.flush();
  expect((await open()).state.get().work.cases.get(entry.id)?.recordIds).toEqual(['a']);
});

test('an entry that cannot be read hides no other, and stays where it is', async () => {
  const before = await open();
  before.change(star('a'));
  await before.flush();
  const database = await raw(1);
  database.transaction('marks', 'readwrite').objectStore('marks').put({ recordId: 'b', of: 'a later version' });
  const after = await open();
  expect(after.state.get()).toMatchObject({ unreadable: 1, problem: undefined });
  expect(marked(after)).toEqual(['a']);
  after.change(star('c'));
  await after.flush();
  expect(after.state.get().unreadable).toBe(1);
  database.close();
});

test('without room, without storage: what is changed stays on the page, which says why', async () => {
  const casework = await open();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  casework.change(star('a'));
  await casework.flush();
  put.mockRestore();
  expect(casework.state.get()).toMatchObject({ problem: { kind: 'full', detail: 'No room' } });
  expect(marked(casework)).toEqual(['a']);

  tenant = crypto.randomUUID();
  const none = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  const refused = await open();
  refused.change(star('b'));
  await refused.flush();
  expect(refused.state.get()).toMatchObject({ isRead: false, problem: { kind: 'noStorage', detail: 'Denied' } });
  expect(marked(refused)).toEqual(['b']);
  none.mockRestore();
  await refused.flush();
  expect(marked(await open())).toEqual(['b']);
});

test('a newer version takes the database over, and an older page says so', async () => {
  const casework = await open();
  const newer = await raw(2);
  expect(problem(casework)).toBe('outdated');
  casework.change(star('a'));
  await casework.flush();
  expect(problem(casework)).toBe('outdated');
  expect(marked(casework)).toEqual(['a']);
  newer.close();
});

test('a page that waits for an older one says so, and goes on by itself', async () => {
  const older = await raw(1);
  const really = IDBFactory.prototype.open;
  const newer = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, name, version = 1) {
    return really.call(this, name, version + 1);
  });
  const casework = createCasework(tenant);
  onTestFinished(casework.close);
  casework.change(star('a'));
  await expect.poll(() => problem(casework)).toBe('blocked');
  expect(marked(casework)).toEqual(['a']);
  older.close();
  await expect.poll(() => casework.state.get()).toMatchObject({ isRead: true, problem: undefined });
  newer.mockRestore();
});

/** The database as another version of Ledgerline has it. */
async function raw(version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(`ledgerline casework ${tenant}`, version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

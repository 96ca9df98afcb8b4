import { expect, test, vi } from 'vitest';
import { EngineError } from '~/domain/errors/errors';
import { type ResultView, wholeSet } from '~/domain/view/result-view';
import { ArrayRecordSet } from '~/engine/array-record-set.fixture';
import type { OpenState, RecordView, ViewState } from '~/engine/record-set';
import { pageOf, plainRecord } from '~/engine/record-sets.fixture';
import { createStore } from '~/lib/store';
import { createViewFollower, type ViewFollower } from './view-follower';

/** Plain arrays whose views are known when the test says so. */
class ScriptedSet extends ArrayRecordSet {
  readonly views: { readonly asked: ResultView; isClosed: boolean; tell(state: ViewState): void }[] = [];

  override open(asked: ResultView, signal?: AbortSignal): RecordView {
    const inner = super.open(asked, signal);
    const state = createStore<ViewState>({ status: 'opening' });
    const scripted = { asked, isClosed: false, tell: state.set };
    this.views.push(scripted);
    return {
      state,
      rows: (...asked) => inner.rows(...asked),
      find: (...asked) => inner.find(...asked),
      overview: (...asked) => inner.overview(...asked),
      group: (...asked) => inner.group(...asked),
      matches: (...asked) => inner.matches(...asked),
      correlate: (...asked) => inner.correlate(...asked),
      records: (...asked) => inner.records(...asked),
      export: (format) => inner.export(format),
      close() {
        scripted.isClosed = true;
        inner.close();
      },
    };
  }
}

let records = 0;
async function arrive(set: ScriptedSet): Promise<void> {
  await set.page(pageOf([plainRecord(`r${records++}`)]));
}

async function filled(): Promise<ScriptedSet> {
  const set = new ScriptedSet();
  await arrive(set);
  return set;
}

const open = (rowCount: number, searched = 100): OpenState => ({ status: 'open', rowCount, outOf: 100, searched });
const ready = async () => 0;
const rowCount = (follower: ViewFollower) => follower.state.get().shown?.state.rowCount;
const other: ResultView = { ...wholeSet, text: 'other' };

test('opens nothing before there is a record', async () => {
  const set = new ScriptedSet();
  createViewFollower(set, ready).follow(wholeSet);
  expect(set.views).toHaveLength(0);
  await arrive(set);
  expect(set.views).toHaveLength(1);
});

test('opens another view once other address books are open', async () => {
  const set = await filled();
  const follower = createViewFollower(set, ready);
  follower.follow(wholeSet);
  set.views[0]?.tell(open(1));
  await vi.waitFor(() => expect(rowCount(follower)).toBe(1));
  set.lookUpIn([]);
  expect(set.views.map(({ asked }) => asked)).toEqual([wholeSet, wholeSet]);
  follower.stop();
});

test('keeps the old view open until the rows of the new one are there', async () => {
  const set = await filled();
  let release = () => {};
  const prepare = vi.fn(ready);
  const follower = createViewFollower(set, prepare);
  follower.follow(wholeSet);
  set.views[0]?.tell(open(100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  prepare.mockImplementation(() => new Promise((resolve) => (release = () => resolve(0))));
  follower.follow(other);
  set.views[1]?.tell(open(7));
  await expect.poll(() => prepare).toHaveBeenCalledTimes(2);
  expect([rowCount(follower), follower.state.get().isPending, set.views[0]?.isClosed]).toEqual([100, true, false]);
  release();
  await expect.poll(() => rowCount(follower)).toBe(7);
  expect([follower.state.get().isPending, set.views[0]?.isClosed]).toEqual([false, true]);
});

test('a view that was given up is closed and not shown', async () => {
  const set = await filled();
  const follower = createViewFollower(set, ready);
  follower.follow(wholeSet);
  follower.follow(other);
  expect(set.views.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  set.views[1]?.tell(open(7));
  await expect.poll(() => rowCount(follower)).toBe(7);
  set.views[0]?.tell(open(100));
  await Promise.resolve();
  expect(rowCount(follower)).toBe(7);
});

test('shows a text search growing, and opens another view for new records only when it is through', async () => {
  const set = await filled();
  const follower = createViewFollower(set, ready);
  follower.follow(other);
  set.views[0]?.tell(open(2, 10));
  await expect.poll(() => rowCount(follower)).toBe(2);
  await arrive(set);
  set.views[0]?.tell(open(5, 60));
  await expect.poll(() => rowCount(follower)).toBe(5);
  expect(set.views).toHaveLength(1);
  set.views[0]?.tell(open(9));
  await expect.poll(() => set.views.length, { timeout: 3000 }).toBe(2);
  expect(set.views[1]?.asked).toBe(other);
});

test('an error is told and can be retried', async () => {
  const set = await filled();
  const follower = createViewFollower(set, ready);
  follower.follow(wholeSet);
  const error = new EngineError('crashed', 'gone');
  set.views[0]?.tell({ status: 'failed', error });
  expect(follower.state.get()).toMatchObject({ error, isPending: false });
  follower.retry();
  set.views[1]?.tell(open(100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  expect(follower.state.get().error).toBeUndefined();
});

test('stopped, it closes what is open, and can be followed again', async () => {
  const set = await filled();
  const follower = createViewFollower(set, ready);
  follower.follow(wholeSet);
  set.views[0]?.tell(open(100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  follower.stop();
  expect([set.views[0]?.isClosed, follower.state.get().shown]).toEqual([true, undefined]);
  await arrive(set);
  expect(set.views).toHaveLength(1);
  follower.follow(wholeSet);
  set.views[1]?.tell(open(101));
  await expect.poll(() => rowCount(follower)).toBe(101);
});

test('what one follower shows is never called as what another shows', async () => {
  const set = await filled();
  const versions: (number | undefined)[] = [];
  for (const at of [0, 1]) {
    const follower = createViewFollower(set, ready);
    follower.follow(wholeSet);
    set.views[at]?.tell(open(100));
    await expect.poll(() => rowCount(follower)).toBe(100);
    versions.push(follower.state.get().shown?.version);
    follower.stop();
  }
  expect(versions[1]).not.toBe(versions[0]);
});

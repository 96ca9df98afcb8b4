import { expect, test, vi } from 'vitest';
import { EngineError } from '~/domain/errors';
import { type ResultView, wholeSet } from '~/domain/result-view';
import type { ResultSet, ViewState } from '~/engine/result-set';
import { createViewFollower, type ViewFollower } from './view-follower';

interface Asked {
  readonly view: ResultView;
  readonly grow: (state: ViewState) => void;
  readonly answer: (state: ViewState) => void;
  readonly fail: (error: unknown) => void;
}

function scripted() {
  const asked: Asked[] = [];
  const view: ResultSet['view'] = (view, onGrow) =>
    new Promise((answer, fail) => asked.push({ view, grow: onGrow ?? (() => {}), answer, fail }));
  // Only `view` is used while following.
  return { asked, resultSet: { view } as ResultSet };
}

const state = (viewId: number, rowCount: number, searched = 100): ViewState => ({ viewId, rowCount, outOf: 100, searched });
const ready = async () => 0;
const rowCount = (follower: ViewFollower) => follower.getSnapshot().shown?.state.rowCount;
const other: ResultView = { ...wholeSet, text: 'other' };

test('asks for nothing before there is a record', () => {
  const { asked, resultSet } = scripted();
  createViewFollower(resultSet, ready).follow({ view: wholeSet, records: 0, isHeld: false });
  expect(asked).toHaveLength(0);
});

test('keeps the old view until the rows of the new one are there', async () => {
  const { asked, resultSet } = scripted();
  let release = () => {};
  const prepare = vi.fn(ready);
  const follower = createViewFollower(resultSet, prepare);
  follower.follow({ view: wholeSet, records: 100, isHeld: false });
  asked[0]?.answer(state(1, 100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  prepare.mockImplementation(() => new Promise((resolve) => (release = () => resolve(0))));
  follower.follow({ view: other, records: 100, isHeld: false });
  asked[1]?.answer(state(2, 7));
  await expect.poll(() => prepare).toHaveBeenCalledTimes(2);
  expect(rowCount(follower)).toBe(100);
  expect(follower.getSnapshot().isPending).toBe(true);
  release();
  await expect.poll(() => rowCount(follower)).toBe(7);
  expect(follower.getSnapshot().isPending).toBe(false);
});

test('an answer to an older view is not shown, and superseded is no error', async () => {
  const { asked, resultSet } = scripted();
  const follower = createViewFollower(resultSet, ready);
  follower.follow({ view: wholeSet, records: 100, isHeld: false });
  follower.follow({ view: other, records: 100, isHeld: false });
  asked[0]?.fail(new EngineError('superseded', 'A newer view took its place.'));
  asked[1]?.answer(state(2, 7));
  await expect.poll(() => rowCount(follower)).toBe(7);
  asked[0]?.grow(state(1, 100));
  expect(rowCount(follower)).toBe(7);
  expect(follower.getSnapshot().error).toBeUndefined();
});

test('shows a text search growing, and asks again for new records only when it is through', async () => {
  const { asked, resultSet } = scripted();
  const follower = createViewFollower(resultSet, ready);
  follower.follow({ view: other, records: 100, isHeld: false });
  asked[0]?.answer(state(1, 2, 10));
  await expect.poll(() => rowCount(follower)).toBe(2);
  follower.follow({ view: other, records: 200, isHeld: false });
  asked[0]?.grow(state(1, 5, 60));
  await expect.poll(() => rowCount(follower)).toBe(5);
  expect(asked).toHaveLength(1);
  asked[0]?.grow(state(1, 9, 100));
  await expect.poll(() => asked.length, { timeout: 3000 }).toBe(2);
});

test('a held view is left as it is, a changed one is not', async () => {
  const { asked, resultSet } = scripted();
  const follower = createViewFollower(resultSet, ready);
  follower.follow({ view: wholeSet, records: 100, isHeld: false });
  asked[0]?.answer(state(1, 100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  vi.useFakeTimers();
  follower.follow({ view: wholeSet, records: 200, isHeld: true });
  vi.advanceTimersByTime(5000);
  vi.useRealTimers();
  expect(asked).toHaveLength(1);
  follower.follow({ view: other, records: 200, isHeld: true });
  expect(asked).toHaveLength(2);
});

test('an error is told and can be retried', async () => {
  const { asked, resultSet } = scripted();
  const follower = createViewFollower(resultSet, ready);
  follower.follow({ view: wholeSet, records: 100, isHeld: false });
  const error = new EngineError('crashed', 'gone');
  asked[0]?.fail(error);
  await expect.poll(() => follower.getSnapshot().error).toBe(error);
  follower.retry();
  asked[1]?.answer(state(2, 100));
  await expect.poll(() => rowCount(follower)).toBe(100);
  expect(follower.getSnapshot().error).toBeUndefined();
});

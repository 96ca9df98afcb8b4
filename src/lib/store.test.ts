import { expect, test, vi } from 'vitest';
import { createStore, waitFor } from './store';

test('tells every listener of a change until it no longer listens', () => {
  const store = createStore(1);
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.set(2);
  stop();
  store.set(3);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(3);
});

const isText = (value: number | string): value is string => typeof value === 'string';

test('waits for a value that passes, and not longer than asked to', async () => {
  const store = createStore<number | string>(1);
  const waiting = waitFor(store, isText);
  store.set(2);
  store.set('there');
  store.set(3);
  expect(await waiting).toBe('there');

  const controller = new AbortController();
  const given = waitFor(store, isText, controller.signal);
  controller.abort(new Error('enough'));
  await expect(given).rejects.toThrow('enough');
  await expect(waitFor(store, isText, controller.signal)).rejects.toThrow('enough');
});

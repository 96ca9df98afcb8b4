import { expect, test, vi } from 'vitest';
import { sleep } from './sleep';

test('sleeps, and leaves no listener on the signal', async () => {
  const { signal } = new AbortController();
  const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];
  await sleep(1, signal);
  expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
});

test('wakes when aborted, and does not fall asleep after that', async () => {
  const controller = new AbortController();
  const sleeping = sleep(60_000, controller.signal);
  controller.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(sleep(60_000, controller.signal)).rejects.toThrow('enough');
});

import { expect, onTestFinished, test, vi } from 'vitest';
import { wholeSet } from '~/domain/view/result-view';
import { createRecordSet } from '~/engine/door/worker-record-set';

test('A worker that the browser ends without a word fails what was asked of it, and the set is incomplete', async () => {
  const workers: { terminate(): void }[] = [];
  const RealWorker = window.Worker;
  vi.stubGlobal(
    'Worker',
    class extends RealWorker {
      constructor(...args: ConstructorParameters<typeof RealWorker>) {
        super(...args);
        workers.push(this);
      }
    },
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const set = createRecordSet();
  set.cover('filling');
  await set.page(new TextEncoder().encode('{"value":[]}'));
  workers[0]?.terminate();
  await expect.poll(() => set.state.get().coverage).toBe('incomplete');
  await expect(set.open(wholeSet).rows(0, 1, [])).rejects.toMatchObject({
    kind: 'crashed',
    message: expect.stringContaining('ended the engine'),
  });
});

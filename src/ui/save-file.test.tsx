// The picker is answered with a file of the browser's own storage, which is written and aborted like one on disk.

import { beforeEach, expect, test, vi } from 'vitest';
import { chooseFile } from './save-file';

const fileName = 'audit log.csv';
const going = { signal: new AbortController().signal, onProgress: () => {} };

async function handle() {
  return (await navigator.storage.getDirectory()).getFileHandle(fileName, { create: true });
}

async function files(): Promise<string[]> {
  const names: string[] = [];
  // Other tests keep folders there.
  for await (const [name, { kind }] of (await navigator.storage.getDirectory()).entries()) if (kind === 'file') names.push(name);
  return names;
}

function stream(texts: readonly string[], end: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
      end(controller);
    },
  });
}

beforeEach(async () => {
  const folder = await navigator.storage.getDirectory();
  for (const name of await files()) await folder.removeEntry(name);
  vi.restoreAllMocks();
  window.showSaveFilePicker = handle;
});

test('writes to the file that was chosen', async () => {
  const save = await chooseFile(fileName, 'text/csv');
  const saved = await save?.(
    stream(['a,b\r\n', '1,2\r\n'], (controller) => controller.close()),
    going,
  );
  expect(saved).toEqual({ fileName, bytes: 10 });
  expect(await (await (await handle()).getFile()).text()).toBe('a,b\r\n1,2\r\n');
});

test('leaves nothing of a new file that failed', async () => {
  const save = await chooseFile(fileName, 'text/csv');
  const failing = stream(['half'], (controller) => setTimeout(() => controller.error(new RangeError('file changed')), 20));
  await expect(save?.(failing, going)).rejects.toThrow(RangeError);
  expect(await files()).toEqual([]);
});

test('leaves what was there before when it is cancelled', async () => {
  const before = await (await handle()).createWritable();
  await before.write('evidence of yesterday');
  await before.close();
  const controller = new AbortController();
  const save = await chooseFile(fileName, 'text/csv');
  const written = save?.(
    stream(['half'], () => {}),
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  await expect(written).rejects.toThrow();
  expect(await (await (await handle()).getFile()).text()).toBe('evidence of yesterday');
});

test('a picker that is dismissed saves nothing', async () => {
  window.showSaveFilePicker = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
  expect(await chooseFile(fileName, 'text/csv')).toBeUndefined();
});

test('where the picker is refused, the file goes to the downloads', async () => {
  window.showSaveFilePicker = () => Promise.reject(new DOMException('Not in a frame.', 'SecurityError'));
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  const save = await chooseFile(fileName, 'text/csv');
  await save?.(
    stream(['a'], (controller) => controller.close()),
    going,
  );
  expect(click).toHaveBeenCalledOnce();
});

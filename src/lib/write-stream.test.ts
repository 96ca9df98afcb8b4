import { expect, test } from 'vitest';
import { blobFile, WriteError, writeStream } from './write-stream';

const bytes = (text: string) => new TextEncoder().encode(text);
const going = { signal: new AbortController().signal, onProgress: () => {} };

function endless(onCancel: () => void) {
  return new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(bytes('x')), cancel: onCancel });
}

test('puts the bytes together in order and tells how many came', async () => {
  const seen: number[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of ['a,b\r\n', '1,2\r\n', '']) controller.enqueue(bytes(text));
      controller.close();
    },
  });
  const { file, take } = blobFile('text/csv');
  expect(await writeStream(stream, file, { ...going, onProgress: (n) => seen.push(n) })).toBe(10);
  expect(await take().text()).toBe('a,b\r\n1,2\r\n');
  expect(take().type).toBe('text/csv');
  expect(seen).toEqual([5, 10, 10]);
});

test('cancelling stops the stream and drops the file', async () => {
  const controller = new AbortController();
  const ended: string[] = [];
  const file = new WritableStream<Uint8Array>({ abort: () => void ended.push('file') });
  const written = writeStream(
    endless(() => ended.push('stream')),
    file,
    {
      signal: controller.signal,
      onProgress: (n) => n > 100 && controller.abort(new Error('enough')),
    },
  );
  await expect(written).rejects.toThrow('enough');
  expect(ended.sort()).toEqual(['file', 'stream']);
});

test('a failure of the stream comes through and drops the file', async () => {
  let isDropped = false;
  const file = new WritableStream<Uint8Array>({
    abort() {
      isDropped = true;
    },
  });
  const stream = new ReadableStream<Uint8Array>({ pull: () => Promise.reject(new RangeError('file changed')) });
  await expect(writeStream(stream, file, going)).rejects.toThrow(new RangeError('file changed'));
  expect(isDropped).toBe(true);
});

test('a file that takes no more is an error of its own and stops the stream', async () => {
  let isCancelled = false;
  const file = new WritableStream<Uint8Array>({ write: () => Promise.reject(new Error('The disk is full.')) });
  const stream = endless(() => {
    isCancelled = true;
  });
  await expect(writeStream(stream, file, going)).rejects.toThrow(new WriteError('The disk is full.'));
  expect(isCancelled).toBe(true);
});

import { expect, test } from 'vitest';
import { collectStream } from './collect-stream';

const bytes = (text: string) => new TextEncoder().encode(text);

test('puts the bytes together in order and tells how many came', async () => {
  const seen: number[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of ['a,b\r\n', '1,2\r\n', '']) controller.enqueue(bytes(text));
      controller.close();
    },
  });
  const blob = await collectStream(stream, {
    type: 'text/csv',
    signal: new AbortController().signal,
    onProgress: (n) => seen.push(n),
  });
  expect(await blob.text()).toBe('a,b\r\n1,2\r\n');
  expect(blob.type).toBe('text/csv');
  expect(seen).toEqual([5, 10, 10]);
});

test('cancelling stops the stream', async () => {
  const controller = new AbortController();
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (to) => to.enqueue(bytes('x')),
    cancel: () => {
      isCancelled = true;
    },
  });
  const collected = collectStream(stream, {
    type: 'text/csv',
    signal: controller.signal,
    onProgress: (n) => n > 100 && controller.abort(),
  });
  await expect(collected).rejects.toThrow();
  expect(isCancelled).toBe(true);
});

test('a failure of the engine comes through', async () => {
  const stream = new ReadableStream<Uint8Array>({ pull: () => Promise.reject(new Error('file changed')) });
  const options = { type: 'text/csv', signal: new AbortController().signal, onProgress: () => {} };
  await expect(collectStream(stream, options)).rejects.toThrow('file changed');
});

// Bytes of a stream as one Blob. A browser may keep Blobs on disk, so that a large export does not have to fit in memory twice.

/** Parts of this size are handed over to the browser as they come. */
const partBytes = 8 * 1024 * 1024;

export interface CollectOptions {
  readonly type: string;
  readonly signal: AbortSignal;
  onProgress(bytes: number): void;
}

/** Rejects with the signal's reason when aborted; the stream is cancelled then, which stops the work behind it. */
export async function collectStream(
  stream: ReadableStream<Uint8Array>,
  { type, signal, onProgress }: CollectOptions,
): Promise<Blob> {
  const reader = stream.getReader();
  const onAbort = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', onAbort);
  const blobs: Blob[] = [];
  let parts: BlobPart[] = [];
  let pending = 0;
  let total = 0;
  try {
    while (true) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) break;
      // The engine makes its chunks in memory that is not shared between threads.
      parts.push(value as Uint8Array<ArrayBuffer>);
      pending += value.byteLength;
      total += value.byteLength;
      if (pending >= partBytes) {
        blobs.push(new Blob(parts));
        parts = [];
        pending = 0;
      }
      onProgress(total);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  return new Blob([...blobs, ...parts], { type });
}

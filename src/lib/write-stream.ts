// Bytes on their way into a file, whether on disk or in the browser's hands.

export interface Writing {
  readonly signal: AbortSignal;
  /** How many bytes are written so far. */
  onProgress(bytes: number): void;
}

/** The file could not be written, for the reason the browser gave. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/**
 * Writes the whole stream and resolves with the number of bytes. Otherwise `file` is aborted, which keeps nothing of it, and the
 * stream is cancelled, which stops the work behind it: rejects with the signal's reason, with what the stream failed with, or
 * with a `WriteError`.
 */
export async function writeStream(
  stream: ReadableStream<Uint8Array>,
  file: WritableStream<Uint8Array>,
  { signal, onProgress }: Writing,
): Promise<number> {
  let bytes = 0;
  let readError: { readonly reason: unknown } | undefined;
  const reader = stream.getReader();
  const counted = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) return controller.close();
          bytes += value.byteLength;
          controller.enqueue(value);
          onProgress(bytes);
        } catch (reason) {
          readError = { reason };
          throw reason;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  try {
    await counted.pipeTo(file, { signal });
  } catch (error) {
    if (signal.aborted || readError) throw error;
    throw new WriteError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return bytes;
}

/** Parts of this size are handed over to the browser as they come: it may keep them on disk. */
const partBytes = 8 * 1024 * 1024;

/** A file in the browser's hands: `take` makes a Blob of what was written. No byte is copied for it a second time. */
export function blobFile(type: string): { readonly file: WritableStream<Uint8Array>; take(): Blob } {
  const blobs: Blob[] = [];
  let parts: BlobPart[] = [];
  let pending = 0;
  const file = new WritableStream<Uint8Array>({
    write(chunk) {
      // The engine makes its chunks in memory that is not shared between threads.
      parts.push(chunk as Uint8Array<ArrayBuffer>);
      pending += chunk.byteLength;
      if (pending < partBytes) return;
      blobs.push(new Blob(parts));
      parts = [];
      pending = 0;
    },
  });
  return { file, take: () => new Blob([...blobs, ...parts], { type }) };
}

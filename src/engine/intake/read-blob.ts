import { EngineError } from '~/domain/errors/errors';

/** Rejects with `file-changed` when the file behind the blob is no longer the one that was opened. */
export async function readBlob(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    bytes = new Uint8Array(await blob.slice(start, end).arrayBuffer());
  } catch (error) {
    // Browsers say NotReadableError or NotFoundError; anything else is not about the file.
    if (!(error instanceof Error) || !/^Not(Readable|Found)Error$/.test(error.name)) throw error;
  }
  if (bytes?.length === Math.min(end, blob.size) - start) return bytes;
  throw fileChanged(blob);
}

function fileChanged(blob: Blob): EngineError {
  const name = blob instanceof File ? blob.name : 'The file';
  return new EngineError('file-changed', `${name} was changed, moved or deleted while it was read.`);
}

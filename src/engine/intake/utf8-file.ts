// Windows PowerShell writes UTF-16 when told `-Encoding Unicode`. Such a file is copied as UTF-8, slice by slice, into a Blob;
// any other file is handed back as it is.

import { readBlob } from './read-blob';

const sliceBytes = 8 * 1024 * 1024;

export async function utf8File(file: File): Promise<Blob> {
  const encoding = utf16Of(await readBlob(file, 0, Math.min(file.size, 64)));
  if (!encoding) return file;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const parts: Blob[] = [];
  for (let at = 0; at < file.size; at += sliceBytes) {
    const bytes = await readBlob(file, at, Math.min(at + sliceBytes, file.size));
    parts.push(new Blob([encoder.encode(decoder.decode(bytes, { stream: true }))]));
  }
  return new File(parts, file.name, { lastModified: file.lastModified });
}

function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a byte order mark: Latin letters of a header have a zero beside each.
  const zeros = (parity: number) => bytes.length >= 16 && bytes.every((byte, i) => (i % 2 === parity) === (byte === 0));
  return zeros(1) ? 'utf-16le' : zeros(0) ? 'utf-16be' : undefined;
}

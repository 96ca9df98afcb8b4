// Windows PowerShell and old versions of Excel write Windows-1252, the "ANSI" of western Windows, where a letter outside ASCII is one
// byte that UTF-8 does not allow. A file with such bytes is copied as UTF-8, slice by slice, into a Blob; any other is handed back
// as it is. It goes byte by byte, so that a file put together of both encodings, or one damaged letter, spoils no other letter.

import { ByteList, encodeText } from '~/lib/bytes';
import { readBlob } from './read-blob';

const sliceBytes = 8 * 1024 * 1024;

export async function windows1252AsUtf8(file: Blob, signal?: AbortSignal): Promise<Blob> {
  let isUtf8 = true;
  for await (const bytes of slicesOf(file, signal)) {
    for (let p = nextHigh(bytes, 0); isUtf8 && p < bytes.length; p = nextHigh(bytes, p)) {
      const length = sequenceLength(bytes, p);
      isUtf8 = length > 0;
      p += length;
    }
    if (!isUtf8) break;
  }
  if (isUtf8) return file;
  const copy = new ByteList();
  const parts: Blob[] = [];
  for await (const bytes of slicesOf(file, signal)) {
    for (let p = 0; p < bytes.length; ) {
      const high = nextHigh(bytes, p);
      copy.append(bytes, p, high);
      if (high === bytes.length) break;
      const length = sequenceLength(bytes, high);
      if (length > 0) copy.append(bytes, high, high + length);
      else copy.append(letterOf(bytes[high] ?? 0));
      p = high + Math.max(length, 1);
    }
    parts.push(new Blob([copy.take()]));
  }
  return file instanceof File ? new File(parts, file.name, { lastModified: file.lastModified }) : new Blob(parts);
}

// Where Windows-1252 differs from Latin-1: 0x80 to 0x9f. By hand, since a TextDecoder of Node.js takes the one for the other.
const windowsLetters = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');

function letterOf(byte: number): Uint8Array {
  return encodeText(windowsLetters[byte - 0x80] ?? String.fromCharCode(byte));
}

/** Slices that end between characters. */
async function* slicesOf(file: Blob, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; ) {
    signal?.throwIfAborted();
    const bytes = await readBlob(file, at, Math.min(at + sliceBytes, file.size));
    let end = bytes.length;
    if (at + end < file.size)
      for (let p = end - 3; p < bytes.length && end === bytes.length; p++) if ((bytes[p] ?? 0) >= 0xc0) end = p;
    yield bytes.subarray(0, end);
    at += end;
  }
}

/** The first byte from `at` on that is not ASCII. Four at a time, for nearly all are. */
function nextHigh(bytes: Uint8Array, at: number): number {
  let p = at;
  while (p < bytes.length && (bytes.byteOffset + p) % 4 !== 0) {
    if ((bytes[p] ?? 0) >= 0x80) return p;
    p++;
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + p, (bytes.length - p) >> 2);
  let word = 0;
  while (word < words.length && ((words[word] ?? 0) & 0x80808080) === 0) word++;
  for (p += word * 4; p < bytes.length; p++) if ((bytes[p] ?? 0) >= 0x80) return p;
  return bytes.length;
}

/** Bytes of the character at `at` in UTF-8; 0 when it is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let p = at + 1; p < at + length; p++) if (((bytes[p] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

// A text to look for, without case, and how to find it in bytes. The longest run of the text that JSON and CSV write in one way
// only is searched for as bytes (Horspool, ASCII letters folded). A text that is one such run is found by that alone; else a
// hit names a candidate, to be decoded and compared. A text without such a run makes every record a candidate.

import { plainBytes } from '~/engine/json/json-scan';
import { asciiLower, encodeText } from '~/lib/bytes';

export class TextQuery {
  readonly lower: string;
  /** Whether a hit needs no decoding, except next to an escape. */
  readonly isPlain: boolean;
  readonly #run: Uint8Array;
  readonly #shift = new Uint32Array(256);

  constructor(text: string) {
    this.lower = text.toLowerCase();
    this.#run = longestRun(encodeText(this.lower));
    this.isPlain = this.#run.length === this.lower.length;
    const last = this.#run.length - 1;
    this.#shift.fill(last + 1);
    for (let i = 0; i < last; i++) {
      const byte = this.#run[i] ?? 0;
      this.#shift[byte] = last - i;
      if (byte >= 0x61 && byte <= 0x7a) this.#shift[byte - 0x20] = last - i;
    }
  }

  /** Bytes of the run that is searched for; 0 when there is none. */
  get runLength(): number {
    return this.#run.length;
  }

  isIn(text: string): boolean {
    return text.toLowerCase().includes(this.lower);
  }

  /** Where the run begins at or after `at`, wholly before `end`; -1 when it does not. */
  find(bytes: Uint8Array, at: number, end: number): number {
    const run = this.#run;
    const shift = this.#shift;
    const last = run.length - 1;
    const lastByte = run[last];
    let p = at + last;
    while (p < end) {
      const byte = bytes[p] ?? 0;
      if (asciiLower[byte] === lastByte) {
        let i = last - 1;
        while (i >= 0 && asciiLower[bytes[p - last + i] ?? 0] === run[i]) i--;
        if (i < 0) return p - last;
      }
      p += shift[byte] ?? 1;
    }
    return -1;
  }
}

/** Whether a backslash stands so close before `p` that the hit may begin inside an escape: `\n`, `\u00e4`. */
export function followsEscape(bytes: Uint8Array, p: number, start: number): boolean {
  for (let i = Math.max(start, p - 5); i < p; i++) if (bytes[i] === 0x5c) return true;
  return false;
}

function longestRun(bytes: Uint8Array): Uint8Array {
  let best = bytes.subarray(0, 0);
  for (let start = 0; start < bytes.length; start++) {
    let end = start;
    while (end < bytes.length && plainBytes[bytes[end] ?? 0] === 1) end++;
    if (end - start > best.length) best = bytes.subarray(start, end);
    start = end;
  }
  return best;
}

// A text to look for, without case, and how to find it in bytes. The longest run of the text that JSON and CSV write in one way
// only is searched for as bytes, ASCII letters folded. A text that is one such run is found by that alone; else a
// hit names a candidate, to be decoded and compared. A text without such a run makes every record a candidate.

import { plainBytes } from '~/engine/json/json-scan';
import { encodeText } from '~/lib/bytes';

export class TextQuery {
  readonly lower: string;
  /** Whether a hit needs no decoding, except next to an escape. */
  readonly isPlain: boolean;
  /** What is searched for; of no length when there is nothing to go by. */
  readonly run: Uint8Array;

  constructor(text: string) {
    this.lower = text.toLowerCase();
    this.run = longestRun(encodeText(this.lower));
    this.isPlain = this.run.length === this.lower.length;
  }

  isIn(text: string): boolean {
    return text.toLowerCase().includes(this.lower);
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

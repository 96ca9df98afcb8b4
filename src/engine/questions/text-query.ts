// A text to look for, without case, and how to find it in bytes. The longest run of the text that JSON and CSV write in one way
// only is searched for as bytes, ASCII letters folded. A text that is one such run is found by that alone; else a
// hit names a candidate, to be decoded and compared. A text without such a run makes every record a candidate. Of a text that has to
// be whole, a hit tells by itself only between characters that are never a piece of anything.

import { isWholeIn, type Wholeness, wholenessOf } from '~/domain/view/whole-text';
import { plainBytes } from '~/engine/json/json-scan';
import { encodeText } from '~/lib/bytes';

/** As a filter asks for it. */
export interface SoughtText {
  readonly text: string;
  readonly whole?: true | undefined;
}

export class TextQuery {
  readonly lower: string;
  /** Where it has to be whole. */
  readonly wholeness: Wholeness | undefined;
  readonly #isPlain: boolean;
  /** What is searched for; of no length when there is nothing to go by. */
  readonly run: Uint8Array;

  constructor({ text, whole }: SoughtText) {
    this.lower = text.toLowerCase();
    this.run = longestRun(encodeText(this.lower));
    this.#isPlain = this.run.length === this.lower.length;
    this.wholeness = whole && wholenessOf(this.lower);
  }

  isIn(text: string): boolean {
    return this.isInLower(text.toLowerCase());
  }

  isInLower(text: string): boolean {
    return this.wholeness ? isWholeIn(this.lower, this.wholeness, text) : text.includes(this.lower);
  }

  /**
   * Whether the run that was found at `p` tells that the range holds the query, so that it needs no decoding. Of one that has to be
   * whole, where nothing stands beside the range that it could be a piece of.
   */
  isSureAt(p: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (!this.#isPlain || followsEscape(bytes, p, start)) return false;
    if (!this.wholeness) return true;
    const after = p + this.run.length;
    return (p === start || aloneBytes[bytes[p - 1] ?? 0] === 1) && (after === end || aloneBytes[bytes[after] ?? 0] === 1);
  }
}

/** ASCII that joins nothing to a text next to it, whatever stands behind. */
const aloneBytes = new Uint8Array(256);
for (let byte = 0; byte < 0x80; byte++) aloneBytes[byte] = Number(!/[A-Za-z0-9.:+_\\-]/.test(String.fromCharCode(byte)));

/** Whether a character joins nothing to a text next to it, whatever stands behind; none does not. */
export function standsAlone(char: string | undefined): boolean {
  return char !== undefined && aloneBytes[Math.min(char.charCodeAt(0), 0xff)] === 1;
}

/** Whether a backslash stands so close before `p` that the hit may begin inside an escape: `\n`, `\u00e4`. */
function followsEscape(bytes: Uint8Array, p: number, start: number): boolean {
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

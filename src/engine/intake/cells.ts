/** Texts that lie one behind the other in one buffer; cell `i` is `[starts[i], ends[i])`. */
export interface Cells {
  readonly text: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly cellCount: number;
}

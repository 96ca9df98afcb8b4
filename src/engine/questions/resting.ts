// How long work goes on without letting requests in.

import type { RowList } from '~/engine/columns/numbers';
import type { EpochMs } from '~/lib/time';

const restAfterMs = 10;
const stepRows = 16_384;

/** Pauses when it has been called on for 10 ms. */
export function resting(pause: () => Promise<void>): () => Promise<void> {
  let since: EpochMs = performance.now();
  return async () => {
    if (performance.now() - since < restAfterMs) return;
    await pause();
    since = performance.now();
  };
}

/** Does the work for all rows, which is given their positions, and rests between. */
export async function inSteps(rows: RowList, rest: () => Promise<void>, work: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < rows.length; from += stepRows) {
    work(from, Math.min(from + stepRows, rows.length));
    await rest();
  }
}

// The search in plain JavaScript, after Horspool: the byte under the end of the run says how far it can be moved on. That distance
// is 0 for the last byte of the run, so that the loop decides one thing only.

import { asciiLower } from '~/lib/bytes';
import { HitList } from './hit-list';

/**
 * Every position in `bytes` from `start` on at which `run` begins, wholly before `end`: in ascending order, overlapping ones too.
 * The run has at least one byte and its ASCII letters are in lower case; they stand for both cases, any other byte for itself.
 * What comes back is valid until the next call.
 */
export type FindAll = (run: Uint8Array, bytes: Uint8Array, start: number, end: number) => Uint32Array;

const hits = new HitList();
const distances = new Uint32Array(256);

export const plainFindAll: FindAll = (run, bytes, start, end) => {
  hits.clear();
  const last = run.length - 1;
  const afterLast = fillDistances(run);
  let p = start + last;
  while (p < end) {
    const distance = distances[bytes[p] ?? 0] ?? 0;
    if (distance !== 0) {
      p += distance;
    } else {
      let i = last - 1;
      while (i >= 0 && asciiLower[bytes[p - last + i] ?? 0] === run[i]) i--;
      if (i < 0) hits.push(p - last);
      p += afterLast;
    }
  }
  return hits.view();
};

/** Returns how far the run can be moved on from where its last byte stands. */
function fillDistances(run: Uint8Array): number {
  const last = run.length - 1;
  distances.fill(run.length);
  for (let i = 0; i < last; i++) setDistance(run[i] ?? 0, last - i);
  const lastByte = run[last] ?? 0;
  const afterLast = distances[lastByte] ?? 0;
  setDistance(lastByte, 0);
  return afterLast;
}

function setDistance(byte: number, distance: number): void {
  distances[byte] = distance;
  if (byte >= 0x61 && byte <= 0x7a) distances[byte - 0x20] = distance;
}

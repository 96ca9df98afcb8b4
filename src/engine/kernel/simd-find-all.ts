// The search in WebAssembly. Its memory is its own and small: bytes are copied into it block by block, which takes half of the time
// and is still far faster than reading them in JavaScript. A block stays in the cache while it is searched.
//
//   addresses   0   | 4 KB | 64 KB | 256 KB             |
//               run ┘      block   └ hits, as many as there are positions in a block

import { HitList } from './hit-list';
import { instantiate } from './instantiate';
import { type FindAll, plainFindAll } from './plain-find-all';
import { rarePlaces } from './rare-places';
import { code } from './scan.as.ts?wasm';

/** Longer runs, which nobody types, are searched for in JavaScript. */
export const longestRun = 4096;
export const blockBytes = 64 * 1024;
const runAt = 0;
const blockAt = runAt + longestRun;
const hitsAt = blockAt + blockBytes;
const memoryBytes = hitsAt + blockBytes * Uint32Array.BYTES_PER_ELEMENT;
const pageBytes = 64 * 1024;

/** `undefined` where WebAssembly with SIMD is missing or may not be compiled. */
export function simdFindAll(): FindAll | undefined {
  const { memory, scan } = instantiate(code) ?? {};
  if (!(memory instanceof WebAssembly.Memory) || typeof scan !== 'function') return undefined;
  memory.grow(Math.ceil(memoryBytes / pageBytes));
  const bytesThere = new Uint8Array(memory.buffer);
  const hitsThere = new Uint32Array(memory.buffer, hitsAt);
  const hits = new HitList();

  return (run, bytes, start, end) => {
    if (run.length > longestRun) return plainFindAll(run, bytes, start, end);
    hits.clear();
    bytesThere.set(run, runAt);
    const [first, second] = rarePlaces(run);
    // Blocks overlap, so that a run that crosses from one into the next is whole in one of them.
    for (let at = start; at + run.length <= end; at += blockBytes - run.length + 1) {
      const length = Math.min(blockBytes, end - at);
      bytesThere.set(bytes.subarray(at, at + length), blockAt);
      const stopped = Number(scan(blockAt, blockAt + length, runAt, run.length, first, second, hitsAt, at - blockAt));
      if (stopped > hitsAt) hits.append(hitsThere.subarray(0, (stopped - hitsAt) / Uint32Array.BYTES_PER_ELEMENT));
    }
    return hits.view();
  };
}

// The sieve in WebAssembly, block by block in a memory of its own, as `simd-find-all` searches.
//
//   addresses   0     | 32 KB | 64 KB  | 96 KB | 160 KB + 64 | 224 KB
//               first   long    middle   block   hits        |

import { HitList } from './hit-list';
import { instantiate } from './instantiate';
import { plainSieve, type Sieve } from './plain-sieve';
import { code } from './sieve.as.ts?wasm';

const filterBytes = 32 * 1024;
export const sieveBlockBytes = 64 * 1024;
/** What is read beyond a block. */
const padding = 64;
const longAt = filterBytes;
const middleAt = 2 * filterBytes;
const blockAt = 3 * filterBytes;
const hitsAt = blockAt + sieveBlockBytes + padding;
const memoryBytes = hitsAt + sieveBlockBytes;
const pageBytes = 64 * 1024;
/** Of less, it takes longer to get filters and bytes there. */
const few = 16 * 1024;

/** `undefined` where WebAssembly is missing or may not be compiled. */
export function wasmSieve(): Sieve | undefined {
  const { memory, sieve } = instantiate(code) ?? {};
  if (!(memory instanceof WebAssembly.Memory) || typeof sieve !== 'function') return undefined;
  memory.grow(Math.ceil(memoryBytes / pageBytes));
  const bytesThere = new Uint8Array(memory.buffer);
  const wordsThere = new Uint32Array(memory.buffer);
  const hits = new HitList();

  return (filters, bytes, end) => {
    if (end < few) return plainSieve(filters, bytes, end);
    hits.clear();
    for (const [at, { bits }] of [filters.first, filters.long, filters.middle].entries())
      wordsThere.set(bits, (at * filterBytes) / 4);
    const whole = end - (end % 4);
    for (let at = 0; at < whole; at += sieveBlockBytes) {
      const length = Math.min(sieveBlockBytes, whole - at);
      bytesThere.set(bytes.subarray(at, Math.min(at + length + 4, whole)), blockAt);
      // Nothing stands behind the last of them.
      if (at + length === whole) bytesThere.fill(0, blockAt + length, blockAt + length + 4);
      const stopped = Number(sieve(blockAt, blockAt + length, 0, longAt, middleAt, hitsAt, at - blockAt));
      if (stopped > hitsAt) hits.append(wordsThere.subarray(hitsAt / 4, stopped / 4));
    }
    return hits.view();
  };
}

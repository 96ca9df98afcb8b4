// AssemblyScript, not TypeScript: what `simd-sieve` runs on one block of bytes. It knows addresses only; where a block, the filters and
// the positions lie is decided there, and what hashes and filters are is said in `gram-filter`.

/**
 * Writes every fourth position, counted from `start`, where four bytes are in the first filter and they, together with the four behind
 * them, in `long`, or alone in `middle`: as 32 bits each from `hits` on. Returns where it stopped. Reads four bytes beyond `end`.
 */
export function sieve(start: i32, end: i32, first: i32, long: i32, middle: i32, hits: i32, shift: i32): i32 {
  for (let p = start; p < end; p += 4) {
    const gram = load<u32>(p) | 0x20202020;
    if (!isIn(first, gram)) continue;
    const pair = (gram * 0x85ebca6b) ^ (load<u32>(p, 4) | 0x20202020);
    if (!isIn(long, pair) && !isIn(middle, gram)) continue;
    store<u32>(hits, p + shift);
    hits += 4;
  }
  return hits;
}

function isIn(filter: i32, key: u32): bool {
  const hash = (key * 0x9e3779b1) >>> 14;
  return ((load<u8>(filter + (hash >>> 3)) >>> (hash & 7)) & 1) === 1;
}

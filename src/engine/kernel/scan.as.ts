// AssemblyScript, not TypeScript: what `simd-find-all` runs on one block of bytes. It knows addresses only; where a block, a run
// and the hits lie is decided there. Two bytes of the run, chosen to be rare, are compared at 64 positions at a time, and the
// whole run where both are right. Loads may reach beyond the block: what is found there is dropped.

/**
 * Writes every position at which the run begins, wholly before `end`, as 32 bits each from `hits` on. Returns where it stopped.
 * `first` and `second` are places in the run; `shift` is what an address lacks to be a position.
 */
export function scan(start: i32, end: i32, run: i32, length: i32, first: i32, second: i32, hits: i32, shift: i32): i32 {
  const last = end - length;
  const firstByte = load<u8>(run + first);
  const secondByte = load<u8>(run + second);
  const byte1 = i8x16.splat(firstByte);
  const case1 = i8x16.splat(caseBit(firstByte));
  const byte2 = i8x16.splat(secondByte);
  const case2 = i8x16.splat(caseBit(secondByte));
  for (let p = start; p <= last; p += 64) {
    const q1 = p + first;
    const q2 = p + second;
    const a = v128.and(alike(v128.load(q1), case1, byte1), alike(v128.load(q2), case2, byte2));
    const b = v128.and(alike(v128.load(q1, 16), case1, byte1), alike(v128.load(q2, 16), case2, byte2));
    const c = v128.and(alike(v128.load(q1, 32), case1, byte1), alike(v128.load(q2, 32), case2, byte2));
    const d = v128.and(alike(v128.load(q1, 48), case1, byte1), alike(v128.load(q2, 48), case2, byte2));
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue;
    const low: u32 = i8x16.bitmask(a) | (i8x16.bitmask(b) << 16);
    const high: u32 = i8x16.bitmask(c) | (i8x16.bitmask(d) << 16);
    for (let rest = (low as u64) | ((high as u64) << 32); rest !== 0; rest &= rest - 1) {
      const at = p + (ctz(rest) as i32);
      if (at > last) break;
      if (!isRun(at, run, length)) continue;
      store<u32>(hits, at + shift);
      hits += 4;
    }
  }
  return hits;
}

/** Lanes that are the byte once its case bit is set: the letter in both cases, any other byte as it is. */
function alike(text: v128, caseBits: v128, bytes: v128): v128 {
  return i8x16.eq(v128.or(text, caseBits), bytes);
}

function caseBit(byte: u8): u8 {
  return byte >= 0x61 && byte <= 0x7a ? 0x20 : 0;
}

function isRun(at: i32, run: i32, length: i32): bool {
  for (let i = 0; i < length; i += 16) {
    const text = v128.load(at + i);
    const isCapital = i8x16.lt_u(i8x16.sub(text, i8x16.splat(0x41)), i8x16.splat(26));
    const lower = v128.or(text, v128.and(isCapital, i8x16.splat(0x20)));
    const equal = i8x16.bitmask(i8x16.eq(lower, v128.load(run + i)));
    const wanted = length - i >= 16 ? 0xffff : (1 << (length - i)) - 1;
    if ((equal & wanted) !== wanted) return false;
  }
  return true;
}

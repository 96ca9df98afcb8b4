// AssemblyScript, not TypeScript: what `record-walk` runs on bytes of JSON that lie in its memory. Knows addresses only. Whatever it
// accepts is JSON as `json-scan` accepts it; of what it does not know it says so, and the same is done in JavaScript.
//
//   a node    first step
//   a step    next step │ node it leads to │ length │ kind │ bytes of what stands before the next value, 16 at a time
//
// Loads may reach 16 bytes beyond the end of what is walked over: what stands there counts for nothing.

const text = 0;
const opens = 2;
const ends = 3;
/** Added to a kind: the value is AuditData, which as an object would be taken apart. */
const auditData = 4;

const nextAt = 0;
const nodeAt = 4;
const lengthAt = 8;
const kindAt = 12;
const bytesAt = 16;

/** What `walk` answers in place of an end. */
const broken = 0;
const unknown = 1;
const other = 2;

const deepest = 1000;

/**
 * Walks over the record that begins at `at`. Writes where its values begin and end, counted from `base`, to two lists of `most`
 * numbers from `found` on, and before them, at `found - 8`, how many they are and the last node. Returns where it ends; or `broken`,
 * `unknown` at the last node, or `other`: it holds something that this does not walk into.
 */
export function walk(root: u32, at: u32, end: u32, base: u32, found: u32, most: u32): u32 {
  let node = root;
  let p = at;
  let count: u32 = 0;
  while (true) {
    let before: u32 = 0;
    let step = load<u32>(node);
    while (step !== 0 && !fits(step, p, end)) {
      before = step;
      step = load<u32>(step, nextAt);
    }
    store<u32>(found - 8, count);
    store<u32>(found - 4, node);
    if (step === 0) return unknown;
    if (before !== 0) {
      // Records of a shape come in runs: the step taken last is tried first.
      store<u32>(before, load<u32>(step, nextAt), nextAt);
      store<u32>(step, load<u32>(node), nextAt);
      store<u32>(node, step);
    }
    p += load<u32>(step, lengthAt);
    node = load<u32>(step, nodeAt);
    const kind = load<u32>(step, kindAt) & 3;
    if (kind === ends) {
      store<u32>(found - 4, node);
      return p;
    }
    if (kind === opens) return other;
    if (count === most) return broken;
    const after = kind === text ? skipString(p, end) : skipValue(p, end, 1);
    if (after === 0) return broken;
    const behind = kind === text ? after - 1 : after;
    store<u32>(found + count * 4, p - base);
    store<u32>(found + (most + count) * 4, behind - base);
    p = behind;
    count++;
  }
}

function fits(step: u32, at: u32, end: u32): bool {
  const length = load<u32>(step, lengthAt);
  const after = at + length;
  if (after > end) return false;
  for (let i: u32 = 0; i < length; i += 16) {
    const equal = i8x16.bitmask(i8x16.eq(v128.load(at + i), v128.load(step + bytesAt + i)));
    const wanted = length - i >= 16 ? 0xffff : (1 << (length - i)) - 1;
    if ((equal & wanted) !== wanted) return false;
  }
  const kind = load<u32>(step, kindAt);
  if ((kind & 3) === ends) return true;
  const next: u8 = after < end ? load<u8>(after) : 0;
  if ((kind & 3) === opens) return next === 0x7b;
  if ((kind & auditData) !== 0 && next === 0x7b) return false;
  return (kind & 3) === text || beginsBare(next);
}

function beginsBare(byte: u8): bool {
  return isDigit(byte) || byte === 0x7b || byte === 0x5b || byte === 0x74 || byte === 0x66 || byte === 0x6e || byte === 0x2d;
}

function isDigit(byte: u8): bool {
  return byte >= 0x30 && byte <= 0x39;
}

/** The first quotation mark, backslash or control character from `at` on, or a place at or behind `end`. */
function special(at: u32, end: u32): u32 {
  let p = at;
  for (; p < end; p += 16) {
    const bytes = v128.load(p);
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
        i8x16.lt_u(bytes, i8x16.splat(0x20)),
      ),
    );
    if (stops !== 0) return p + ctz(stops);
  }
  return p;
}

/** From behind the opening quote to behind the closing one, or 0. */
function skipString(at: u32, end: u32): u32 {
  let p = at;
  while (true) {
    p = special(p, end);
    if (p >= end) return 0;
    const byte = load<u8>(p);
    if (byte === 0x22) return p + 1;
    if (byte !== 0x5c) return 0;
    p = skipEscape(p + 1, end);
    if (p === 0) return 0;
  }
}

function skipEscape(at: u32, end: u32): u32 {
  if (at >= end) return 0;
  const byte = load<u8>(at);
  if (byte !== 0x75) {
    const isOne =
      byte === 0x22 ||
      byte === 0x5c ||
      byte === 0x2f ||
      byte === 0x62 ||
      byte === 0x66 ||
      byte === 0x6e ||
      byte === 0x72 ||
      byte === 0x74;
    return isOne ? at + 1 : 0;
  }
  if (at + 5 > end) return 0;
  for (let p = at + 1; p < at + 5; p++) {
    const digit = load<u8>(p);
    const lower = digit | 0x20;
    if (!isDigit(digit) && !(lower >= 0x61 && lower <= 0x66)) return 0;
  }
  return at + 5;
}

function skipSpace(at: u32, end: u32): u32 {
  let p = at;
  while (p < end) {
    const byte = load<u8>(p);
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    p++;
  }
  return p;
}

function skipValue(at: u32, end: u32, depth: i32): u32 {
  if (at >= end) return 0;
  const byte = load<u8>(at);
  if (byte === 0x22) return skipString(at + 1, end);
  if (byte === 0x7b || byte === 0x5b) return depth < deepest ? skipInside(at + 1, end, depth + 1, byte === 0x7b) : 0;
  if (byte === 0x74) return at + 4 <= end && load<u32>(at) === 0x65757274 ? at + 4 : 0;
  if (byte === 0x66) return at + 5 <= end && load<u32>(at + 1) === 0x65736c61 ? at + 5 : 0;
  if (byte === 0x6e) return at + 4 <= end && load<u32>(at) === 0x6c6c756e ? at + 4 : 0;
  return skipNumber(at, end);
}

/** From behind the opening bracket to behind the closing one, or 0. */
function skipInside(at: u32, end: u32, depth: i32, isObject: bool): u32 {
  const close: u8 = isObject ? 0x7d : 0x5d;
  let p = skipSpace(at, end);
  if (p < end && load<u8>(p) === close) return p + 1;
  while (p < end) {
    if (isObject) {
      if (load<u8>(p) !== 0x22) return 0;
      p = skipString(p + 1, end);
      if (p === 0) return 0;
      p = skipSpace(p, end);
      if (p >= end || load<u8>(p) !== 0x3a) return 0;
      p = skipSpace(p + 1, end);
    }
    p = skipValue(p, end, depth);
    if (p === 0) return 0;
    p = skipSpace(p, end);
    if (p >= end) return 0;
    const byte = load<u8>(p);
    if (byte === close) return p + 1;
    if (byte !== 0x2c) return 0;
    p = skipSpace(p + 1, end);
  }
  return 0;
}

function skipNumber(at: u32, end: u32): u32 {
  let p = load<u8>(at) === 0x2d ? at + 1 : at;
  if (p < end && load<u8>(p) === 0x30) p++;
  else {
    const digits = skipDigits(p, end);
    if (digits === p) return 0;
    p = digits;
  }
  if (p < end && load<u8>(p) === 0x2e) {
    const digits = skipDigits(p + 1, end);
    if (digits === p + 1) return 0;
    p = digits;
  }
  if (p < end && (load<u8>(p) | 0x20) === 0x65) {
    p++;
    if (p < end && (load<u8>(p) === 0x2b || load<u8>(p) === 0x2d)) p++;
    const digits = skipDigits(p, end);
    if (digits === p) return 0;
    p = digits;
  }
  return p;
}

function skipDigits(at: u32, end: u32): u32 {
  let p = at;
  while (p < end && isDigit(load<u8>(p))) p++;
  return p;
}

// JSON at the level of bytes: where a value ends, without making a string of anything. Accepts what `JSON.parse` accepts,
// except nesting deeper than 1,000 levels. Positions are offsets into the array; `broken` means "not JSON from here".

export const broken = -1;
export const deepest = 1000;

// Characters that neither JSON nor CSV writers spell in more than one way in practice. The text search looks for runs of these.
export const plainBytes = new Uint8Array(256);
for (const char of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.@:#$%*?!=()[]{}|~^')
  plainBytes[char.charCodeAt(0)] = 1;

const ordinary = 0;
const stringClass = new Uint8Array(256).fill(2, 0, 0x20);
for (const byte of [0x22, 0x5c]) stringClass[byte] = 1;
const escapes = new Uint8Array(256);
for (const char of '"\\/bfnrt') escapes[char.charCodeAt(0)] = 1;

export function skipSpace(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end) {
    const byte = bytes[p];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    p++;
  }
  return p;
}

/** From behind the opening quote to behind the closing one. */
export function skipString(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end) {
    const byte = bytes[p] ?? 0;
    if (stringClass[byte] === ordinary) {
      p++;
    } else if (byte === 0x22) {
      return p + 1;
    } else if (byte === 0x5c) {
      p = skipEscape(bytes, p + 1, end);
      if (p === broken) return broken;
    } else return broken;
  }
  return broken;
}

/** As `skipString`, four bytes at a time through a view of them: for what is done to every value of every record. */
export function skipLongString(view: DataView, bytes: Uint8Array, at: number, end: number): number {
  for (let p = at; ; ) {
    p = beforeSpecial(view, p, end);
    // The next four are looked at one by one.
    while (p < end && stringClass[bytes[p] ?? 0] === ordinary) p++;
    if (p >= end) return broken;
    if (bytes[p] === 0x22) return p + 1;
    if (bytes[p] !== 0x5c) return broken;
    p = skipEscape(bytes, p + 1, end);
    if (p === broken) return broken;
  }
}

/** A position that is at most four bytes before a quotation mark, a backslash or a control character, or the end. */
function beforeSpecial(view: DataView, at: number, end: number): number {
  let p = at;
  for (const last = end - 4; p <= last; p += 4) {
    const word = view.getInt32(p, true);
    // The highest bit of each byte: whether it becomes 0 when a quotation mark, or a backslash, is taken away, or is below a space.
    const quotes = word ^ 0x22222222;
    const backslashes = word ^ 0x5c5c5c5c;
    const found = ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes) | ((word - 0x20202020) & ~word);
    if ((found & 0x80808080) !== 0) break;
  }
  return p;
}

/** Of the name that `skipName` passed last; negative when it is written with escapes. */
export const passed = { hash: 0 };

/** As `skipString`, for the name of a property. */
export function skipName(bytes: Uint8Array, at: number, end: number): number {
  let hash = 0;
  let p = at;
  while (p < end) {
    const byte = bytes[p] ?? 0;
    if (stringClass[byte] !== ordinary) break;
    hash = (Math.imul(hash, 31) + byte) | 0;
    p++;
  }
  if (p < end && bytes[p] === 0x22) {
    passed.hash = nameHash(hash);
    return p + 1;
  }
  const after = skipString(bytes, p, end);
  passed.hash = after === broken ? -1 : hashOfName(bytes, at, after - 1);
  return after;
}

/** The hash that `skipName` finds. */
export function hashOfName(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let p = start; p < end; p++) {
    const byte = bytes[p] ?? 0;
    if (byte === 0x5c) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return nameHash(hash);
}

function nameHash(hash: number): number {
  return (hash ^ (hash >>> 7)) & 0x7fffffff;
}

function skipEscape(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return broken;
  if (bytes[at] !== 0x75) return escapes[bytes[at] ?? 0] === 1 ? at + 1 : broken;
  if (at + 5 > end) return broken;
  for (let p = at + 1; p < at + 5; p++) if (hexDigit(bytes[p] ?? 0) < 0) return broken;
  return at + 5;
}

export function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** From the first byte of a value to behind its last. */
export function skipValue(bytes: Uint8Array, at: number, end: number, depth = 0): number {
  switch (at < end ? bytes[at] : 0) {
    case 0x22:
      return skipString(bytes, at + 1, end);
    case 0x7b:
      return depth < deepest ? skipObject(bytes, at + 1, end, depth + 1) : broken;
    case 0x5b:
      return depth < deepest ? skipArray(bytes, at + 1, end, depth + 1) : broken;
    case 0x74:
      return skipWord(bytes, at, end, 'true');
    case 0x66:
      return skipWord(bytes, at, end, 'false');
    case 0x6e:
      return skipWord(bytes, at, end, 'null');
    default:
      return skipNumber(bytes, at, end);
  }
}

function skipObject(bytes: Uint8Array, at: number, end: number, depth: number): number {
  let p = skipSpace(bytes, at, end);
  if (p < end && bytes[p] === 0x7d) return p + 1;
  while (p < end) {
    if (bytes[p] !== 0x22) return broken;
    p = skipString(bytes, p + 1, end);
    if (p === broken) return broken;
    p = skipColon(bytes, p, end);
    if (p === broken) return broken;
    p = skipValue(bytes, p, end, depth);
    if (p === broken) return broken;
    p = skipSpace(bytes, p, end);
    if (p >= end) return broken;
    if (bytes[p] === 0x7d) return p + 1;
    if (bytes[p] !== 0x2c) return broken;
    p = skipSpace(bytes, p + 1, end);
  }
  return broken;
}

/** From behind a member's name to the first byte of its value. */
export function skipColon(bytes: Uint8Array, at: number, end: number): number {
  const p = skipSpace(bytes, at, end);
  return p < end && bytes[p] === 0x3a ? skipSpace(bytes, p + 1, end) : broken;
}

function skipArray(bytes: Uint8Array, at: number, end: number, depth: number): number {
  let p = skipSpace(bytes, at, end);
  if (p < end && bytes[p] === 0x5d) return p + 1;
  while (p < end) {
    p = skipValue(bytes, p, end, depth);
    if (p === broken) return broken;
    p = skipSpace(bytes, p, end);
    if (p >= end) return broken;
    if (bytes[p] === 0x5d) return p + 1;
    if (bytes[p] !== 0x2c) return broken;
    p = skipSpace(bytes, p + 1, end);
  }
  return broken;
}

function skipWord(bytes: Uint8Array, at: number, end: number, word: string): number {
  if (at + word.length > end) return broken;
  for (let i = 1; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return broken;
  return at + word.length;
}

function skipNumber(bytes: Uint8Array, at: number, end: number): number {
  let p = at < end && bytes[at] === 0x2d ? at + 1 : at;
  if (p < end && bytes[p] === 0x30) p++;
  else {
    const digits = skipDigits(bytes, p, end);
    if (digits === p) return broken;
    p = digits;
  }
  if (p < end && bytes[p] === 0x2e) {
    const digits = skipDigits(bytes, p + 1, end);
    if (digits === p + 1) return broken;
    p = digits;
  }
  if (p < end && ((bytes[p] ?? 0) | 0x20) === 0x65) {
    p++;
    if (p < end && (bytes[p] === 0x2b || bytes[p] === 0x2d)) p++;
    const digits = skipDigits(bytes, p, end);
    if (digits === p) return broken;
    p = digits;
  }
  return p;
}

function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  let p = at;
  while (p < end && (bytes[p] ?? 0) >= 0x30 && (bytes[p] ?? 0) <= 0x39) p++;
  return p;
}

/**
 * The end of an object or array by counting brackets outside strings, whether or not what is inside is JSON: finds where the
 * next record of a page begins behind one that cannot be read.
 */
export function skipBalanced(view: DataView, bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  let p = at;
  while (p < end) {
    const byte = bytes[p++];
    if (byte === 0x22) {
      p = beforeSpecial(view, p, end);
      while (p < end && bytes[p] !== 0x22) p = bytes[p] === 0x5c ? beforeSpecial(view, p + 2, end) : p + 1;
      p++;
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++;
    } else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) {
      return p > end ? broken : p;
    }
  }
  return broken;
}

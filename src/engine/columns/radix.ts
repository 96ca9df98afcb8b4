// Radix sort: for rows by a number each has, and for whatever else has a number each.

const digitBits = 11;
const digits = 1 << digitBits;

/** Stable, in place, least significant digit first. `keys[i]`, of 32 bits, belongs to `rows[i]`, and goes where it goes. */
export function sortByNumber(rows: Uint32Array<ArrayBuffer>, keys: Uint32Array<ArrayBuffer>): void {
  let highest = 0;
  let sorted = true;
  for (let i = 0, before = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    if (key < before) sorted = false;
    if (key > highest) highest = key;
    before = key;
  }
  if (sorted) return;
  let from = { rows, keys };
  let to = { rows: new Uint32Array(rows.length), keys: new Uint32Array(rows.length) };
  for (let shift = 0; shift < 32 && highest >>> shift > 0; shift += digitBits) {
    pass(from.rows, from.keys, to.rows, to.keys, shift);
    [from, to] = [to, from];
  }
  if (from.rows === rows) return;
  rows.set(from.rows);
  keys.set(from.keys);
}

function pass(rows: Uint32Array, keys: Uint32Array, toRows: Uint32Array, toKeys: Uint32Array, shift: number): void {
  const next = new Uint32Array(digits + 1);
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] ?? 0) >>> shift) & (digits - 1);
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit < digits; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    const digit = (key >>> shift) & (digits - 1);
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    toRows[at] = rows[i] ?? 0;
    toKeys[at] = key;
  }
}

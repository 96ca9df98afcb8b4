// Numbers beside each other, for bounds that leave out what they are written as: more than 1000 is at least the number that comes
// next, and no other number is between the two.

/** The nearest number above; infinity after the greatest. */
export function justAbove(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return Number.MIN_VALUE;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bytes.getFloat64(0) + 0;
}

export function justBelow(value: number): number {
  return -justAbove(-value) + 0;
}

/** `1000` for the number just above it: a lower bound that was meant to leave 1000 out. `undefined` for any other. */
export function excludedBelow(atLeast: number): number | undefined {
  return ifShorter(justBelow(atLeast), atLeast);
}

/** The same of an upper bound. */
export function excludedAbove(atMost: number): number | undefined {
  return ifShorter(justAbove(atMost), atMost);
}

function ifShorter(beside: number, value: number): number | undefined {
  return String(beside).length < String(value).length ? beside : undefined;
}

/** An object that has all of these keys, each with what is made for it. */
export function recordOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  // `fromEntries` forgets which keys it was given, and here they are all there.
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

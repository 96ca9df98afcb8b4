const collator = new Intl.Collator('en-US', { sensitivity: 'base', numeric: true });

/** As people look for them: `Case 2` before `Case 10`. */
export function byName<Entry extends { readonly name: string }>(entries: ReadonlyMap<string, Entry>): readonly Entry[] {
  return [...entries.values()].sort((one, other) => collator.compare(one.name, other.name));
}

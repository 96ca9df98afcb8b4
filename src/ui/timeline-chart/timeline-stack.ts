export interface TimelineStack {
  /** May be somebody else's text. */
  readonly label: string;
  /** One for each slice. */
  readonly counts: readonly number[];
  /** Of whatever has no stack of its own: drawn in grey. */
  readonly isRest?: boolean;
}

/** Slices that stand beside each other, the last included. */
export interface SliceRange {
  readonly first: number;
  readonly last: number;
}

/** All of a stack in these slices. */
export function countOf({ counts }: TimelineStack, { first, last }: SliceRange): number {
  return counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
}

export function totalOf(stacks: readonly TimelineStack[], range: SliceRange): number {
  return stacks.reduce((sum, stack) => sum + countOf(stack, range), 0);
}

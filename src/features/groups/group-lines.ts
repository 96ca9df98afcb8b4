// Groups, and below those that are open their records, as lines one below the other: which line is what, told from the few groups
// that are open, however many there are.

import type { ViewGroup } from './group-columns';

/** Records listed below a group; a line tells how many more there are. */
export const mostListed = 50;

export interface OpenGroup {
  /** The same wherever the group stands. */
  readonly id: string;
  readonly key: readonly string[];
  /** Its place among all groups. */
  readonly index: number;
  /** Its records. */
  readonly count: number;
}

/** In the order in which they stand. */
export type OpenGroups = readonly OpenGroup[];

export type GroupLine =
  | { readonly kind: 'group'; readonly index: number }
  | { readonly kind: 'record'; readonly of: OpenGroup; readonly at: number }
  | { readonly kind: 'more'; readonly of: OpenGroup };

export function lineAt(open: OpenGroups, line: number): GroupLine {
  let below = 0;
  for (const of of open) {
    const at = line - (of.index + below) - 1;
    if (at < 0) break;
    if (at < linesBelow(of)) return at < mostListed ? { kind: 'record', of, at } : { kind: 'more', of };
    below += linesBelow(of);
  }
  return { kind: 'group', index: line - below };
}

/** The line of a group. */
export function lineOf(open: OpenGroups, index: number): number {
  return open.reduce((line, each) => (each.index < index ? line + linesBelow(each) : line), index);
}

export function lineCount(open: OpenGroups, groupCount: number): number {
  return open.reduce((lines, each) => lines + linesBelow(each), groupCount);
}

/** The place among all groups of the group that a line belongs to. */
export function groupOf(open: OpenGroups, line: number): number {
  const found = lineAt(open, line);
  return found.kind === 'group' ? found.index : found.of.index;
}

export function toggled(open: OpenGroups, group: ViewGroup, index: number): OpenGroups {
  const id = idOf(group.key);
  if (open.some((each) => each.id === id)) return open.filter((each) => each.id !== id);
  return inOrder([...open, { id, key: group.key, index, count: group.count }]);
}

/**
 * The same groups where they stand now, with as many records as they have now. What stands out of sight is not known: a group
 * that should stand in sight and is nowhere in `known` is no longer open, the others stay where they were.
 */
export function settled(
  open: OpenGroups,
  groupCount: number,
  groupAt: (index: number) => ViewGroup | undefined,
  known: () => Iterable<readonly [index: number, group: ViewGroup]>,
): OpenGroups {
  const isSettled = ({ id, index, count }: OpenGroup) => {
    const group = groupAt(index);
    return index < groupCount && (!group || (idOf(group.key) === id && group.count === count));
  };
  if (open.every(isSettled)) return open;
  const places = new Map([...known()].map(([index, group]) => [idOf(group.key), { index, group }]));
  return inOrder(
    open.flatMap((each) => {
      const found = places.get(each.id);
      if (found) return [{ ...each, index: found.index, count: found.group.count }];
      return isSettled(each) ? [each] : [];
    }),
  );
}

function linesBelow({ count }: OpenGroup): number {
  return Math.min(count, mostListed) + (count > mostListed ? 1 : 0);
}

/** Values that differ only in case are one. */
function idOf(key: readonly string[]): string {
  return JSON.stringify(key).toLowerCase();
}

function inOrder(open: OpenGroups): OpenGroups {
  return open.toSorted((a, b) => a.index - b.index);
}
